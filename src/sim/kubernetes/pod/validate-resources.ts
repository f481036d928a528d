import { compareQuantities, quantityOf } from '../../go/quantity.ts';
import { type FieldError, invalid } from '../api/field-errors.ts';
import { qualifiedName } from '../api/names.ts';
import type { Resources } from './types.ts';

const STANDARD = new Set(['cpu', 'memory', 'ephemeral-storage']);

const validateName = (name: string, field: string): FieldError[] => {
  const wrong = qualifiedName(name).map((e) => invalid(field, name, e));
  if (wrong.length > 0 || name.includes('/') || STANDARD.has(name) || name.startsWith('hugepages-')) return wrong;
  return [
    invalid(field, name, 'must be a standard resource type or fully qualified'),
    invalid(field, name, 'must be a standard resource for containers'),
  ];
};

const validateAmounts = (amounts: Readonly<Record<string, string>>, field: string): FieldError[] =>
  Object.keys(amounts)
    .sort()
    .flatMap((name) => {
      const at = `${field}[${name}]`;
      const amount = amounts[name] ?? '0';
      const negative = quantityOf(amount).mantissa < 0n;
      return [
        ...validateName(name, at),
        ...(negative ? [invalid(at, amount, 'must be greater than or equal to 0')] : []),
      ];
    });

/** Requests and limits of a container. */
export const validateResources = ({ limits = {}, requests = {} }: Resources, field: string): FieldError[] => {
  const errors = [...validateAmounts(limits, `${field}.limits`), ...validateAmounts(requests, `${field}.requests`)];
  for (const name of Object.keys(requests).sort()) {
    const [request, limit] = [requests[name], limits[name]];
    if (request === undefined || limit === undefined) continue;
    if (compareQuantities(quantityOf(request), quantityOf(limit)) > 0)
      errors.push(invalid(`${field}.requests`, request, `must be less than or equal to ${name} limit of ${limit}`));
  }
  return errors;
};
