import { canonical } from '../../go/quantity.ts';
import { Refusal } from './refusal.ts';

/** A quantity in the form Kubernetes stores it. @throws Refusal with Kubernetes' own text */
export const canonicalQuantity = (text: string): string => {
  const found = canonical(text);
  if ('error' in found) throw new Refusal(found.error);
  return found.text;
};
