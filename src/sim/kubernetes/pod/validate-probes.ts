import { type FieldError, forbidden, invalid, required } from '../api/field-errors.ts';
import type { Probe } from './types.ts';

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'] as const;

/** A probe of a container; liveness and startup probes succeed at once. */
export const validateProbe = (probe: Probe, field: string, which: string): FieldError[] => {
  const errors: FieldError[] = [];
  const given = HANDLERS.filter((h) => probe[h] !== undefined);
  for (const extra of given.slice(1))
    errors.push(forbidden(`${field}.${extra}`, 'may not specify more than 1 handler type'));
  if (given.length === 0) errors.push(required(field, 'must specify a handler type'));
  if (probe.exec && (probe.exec.command ?? []).length === 0) errors.push(required(`${field}.exec.command`));
  for (const name of [
    'initialDelaySeconds',
    'timeoutSeconds',
    'periodSeconds',
    'successThreshold',
    'failureThreshold',
  ] as const) {
    const value = probe[name] ?? 0;
    if (value < 0) errors.push(invalid(`${field}.${name}`, value, 'must be greater than or equal to 0'));
  }
  if (which !== 'readinessProbe' && (probe.successThreshold ?? 1) !== 1)
    errors.push(invalid(`${field}.successThreshold`, probe.successThreshold, 'must be 1'));
  return errors;
};
