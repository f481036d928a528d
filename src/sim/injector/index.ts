import type { AnyStateMachine } from 'xstate';
import { injectorMachine } from './actor/machine.ts';

/** Kinds of actor that this part brings. */
export const machines: Readonly<Record<string, AnyStateMachine>> = { injector: injectorMachine };

export { INJECTOR_HOST, type InjectorContext, type InjectorInput, OWN_AUTHORITY } from './actor/context.ts';
export { type Annotation, PREFIX } from './annotations/description.ts';
export { ANNOTATIONS, annotationNamed, keyOf, type Recognised, recognise } from './annotations/index.ts';
export { MISTAKEN } from './annotations/mistaken.ts';
export { type DescribedAnnotation, describeAnnotations } from './describe.ts';
export { type DryRun, type DryRunOptions, dryRun, type PodTemplate } from './dry-run.ts';
export { type Answer, handle, type WebhookRequest } from './handle.ts';
export { type InstallOptions, webhookConfiguration, webhookService } from './install.ts';
export {
  type AdmissionResponse,
  type Decision,
  decide,
  type Mutation,
  mutate,
  patchText,
  type Stage,
} from './mutate.ts';
export type { Operation } from './patch/operation.ts';
export type { Cause } from './patch/tree.ts';
export { type Review, readReview } from './review/read-review.ts';
export { settingsFromEnvironment, startError } from './settings/environment.ts';
export { environmentFromHelm, HELM_ENVIRONMENT, type HelmValues, installFromHelm } from './settings/helm.ts';
export { DEFAULT_SETTINGS, SETTINGS, type Settings, settingsWith } from './settings/settings.ts';
