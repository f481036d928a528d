import type { AnyStateMachine } from 'xstate';
import { admissionWebhookMachine } from './admission/webhook-machine.ts';
import { controlLoopMachine } from './controllers/loop-machine.ts';
import { controllerManagerMachine } from './controllers/machine.ts';
import { ownerCollectorMachine } from './controllers/owner-collector.ts';
import { appMachine } from './kubelet/app-machine.ts';
import { containerMachine } from './kubelet/container-machine.ts';
import { kubeletMachine } from './kubelet/machine.ts';
import { podMachine } from './kubelet/pod-machine.ts';
import { projectedTokenMachine } from './kubelet/projected-token.ts';
import { schedulerMachine } from './scheduler/machine.ts';
import { kubernetesMachine } from './server/machine.ts';
import { tokenReviewMachine } from './tokens/review-machine.ts';

/** The kinds of actors of this part. */
export const machines: Record<string, AnyStateMachine> = {
  kubernetes: kubernetesMachine,
  'kubernetes/admission-webhook': admissionWebhookMachine,
  'kubernetes/token-review': tokenReviewMachine,
  'kubernetes/controller-manager': controllerManagerMachine,
  'kubernetes/control-loop': controlLoopMachine,
  'kubernetes/owner-collector': ownerCollectorMachine,
  'kubernetes/scheduler': schedulerMachine,
  'kubernetes/kubelet': kubeletMachine,
  'kubernetes/pod': podMachine,
  'kubernetes/container': containerMachine,
  'kubernetes/app': appMachine,
  'kubernetes/projected-token': projectedTokenMachine,
};

export { type Launch, PROGRAMS, type Program, programFor } from './kubelet/programs.ts';
export { authorityPem } from './server/authority.ts';
export type { Manifest } from './server/bootstrap.ts';
export { type Handled, handle, type Moment } from './server/handle.ts';
export type { KubernetesInput, Projection } from './server/input.ts';
export type { KubernetesContext } from './server/machine-context.ts';
export { newApiState } from './server/new-state.ts';
export { parseRequest } from './server/request.ts';
