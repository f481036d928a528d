import { type FieldError, invalid } from '../api/field-errors.ts';
import { inclusiveRange } from '../api/names.ts';
import type { PodSpec, SecurityContext } from './types.ts';

const MAX_ID = 2_147_483_647;

const validateId = (id: number | undefined, field: string): FieldError[] =>
  id !== undefined && (id < 0 || id > MAX_ID) ? [invalid(field, id, inclusiveRange(0, MAX_ID))] : [];

/** `securityContext` of a container. */
export const validateSecurityContext = (context: SecurityContext | undefined, field: string): FieldError[] => {
  if (!context) return [];
  const errors = [
    ...validateId(context.runAsUser, `${field}.runAsUser`),
    ...validateId(context.runAsGroup, `${field}.runAsGroup`),
  ];
  if (context.allowPrivilegeEscalation === false) {
    if (context.privileged)
      errors.push(invalid(field, context, 'cannot set `allowPrivilegeEscalation` to false and `privileged` to true'));
    if (context.capabilities?.add?.includes('CAP_SYS_ADMIN'))
      errors.push(
        invalid(field, context, 'cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN'),
      );
  }
  return errors;
};

/** `securityContext` of a Pod. */
export const validatePodSecurityContext = (context: PodSpec['securityContext'], field: string): FieldError[] => [
  ...validateId(context?.fsGroup, `${field}.fsGroup`),
  ...validateId(context?.runAsUser, `${field}.runAsUser`),
  ...validateId(context?.runAsGroup, `${field}.runAsGroup`),
  ...(context?.supplementalGroups ?? []).flatMap((g, i) => validateId(g, `${field}.supplementalGroups[${i}]`)),
];
