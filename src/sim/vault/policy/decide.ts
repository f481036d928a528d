import type { AclRequest } from '../framework/policy.ts';
import { has, neededFor } from './capability.ts';
import { checkParameters, type ParameterRefusal } from './parameters.ts';
import type { Permissions } from './rule.ts';

/** Why the deciding rule refuses. */
export type Refusal =
  | { readonly because: 'denied' }
  | { readonly because: 'capability missing' }
  | {
      readonly because: 'wrapping required' | 'wrapping too long' | 'wrapping too short' | 'wrapping bounds contradict';
    }
  | ({ readonly because: 'parameter' } & ParameterRefusal);

function wrappingRefusal({ minWrappingTtl: min, maxWrappingTtl: max }: Permissions, ttl: number): Refusal | undefined {
  if ((min > 0 || max > 0) && ttl <= 0) return { because: 'wrapping required' };
  if (max > 0 && ttl > max) return { because: 'wrapping too long' };
  if (min > 0 && ttl < min) return { because: 'wrapping too short' };
  return min !== 0 && max !== 0 && max < min ? { because: 'wrapping bounds contradict' } : undefined;
}

/** Whether parameters are looked at: for lists and deletes they are not. */
const takesParameters = (operation: AclRequest['operation']): boolean => operation !== 'list' && operation !== 'delete';

/** What the rule's permissions say of a request; undefined when they let it pass. `sudo` is another question. */
export function refusal(permissions: Permissions, request: AclRequest, perElement: boolean): Refusal | undefined {
  if (has(permissions.capabilities, 'deny')) return { because: 'denied' };
  if (!has(permissions.capabilities, neededFor(request.operation))) return { because: 'capability missing' };
  const wrapping = wrappingRefusal(permissions, request.wrapTtl);
  if (wrapping !== undefined || !takesParameters(request.operation)) return wrapping;
  const parameter = checkParameters(permissions, request.data, perElement);
  return parameter && { because: 'parameter', ...parameter };
}
