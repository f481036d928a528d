import type { AnyStateMachine } from 'xstate';
import { admissionWebhookMachine } from './admission/webhook-machine.ts';
import { kubernetesMachine } from './server/machine.ts';
import { tokenReviewMachine } from './tokens/review-machine.ts';

/** The kinds of actors of this part. */
export const machines: Record<string, AnyStateMachine> = {
  kubernetes: kubernetesMachine,
  'kubernetes/admission-webhook': admissionWebhookMachine,
  'kubernetes/token-review': tokenReviewMachine,
};

export { authorityPem } from './server/authority.ts';
export type { Manifest } from './server/bootstrap.ts';
export { type Handled, handle, type Moment } from './server/handle.ts';
export type { KubernetesContext, KubernetesInput } from './server/machine.ts';
export { parseRequest } from './server/request.ts';
