import { duplicate, type FieldError, invalid, notSupported, required } from '../api/field-errors.ts';
import { dnsSubdomain } from '../api/names.ts';
import type { KubeObject } from '../api/object.ts';
import type { LabelSelector } from '../api/selectors.ts';
import type { Kind } from './kind.ts';

/** One webhook of a configuration, mutating or validating. */
export interface Webhook {
  readonly name: string;
  readonly clientConfig: {
    readonly url?: string;
    service?: { readonly namespace: string; readonly name: string; readonly path?: string; port?: number };
    readonly caBundle?: string;
  };
  rules?: {
    readonly operations?: readonly string[];
    readonly apiGroups?: readonly string[];
    readonly apiVersions?: readonly string[];
    readonly resources?: readonly string[];
    scope?: string;
  }[];
  failurePolicy?: string;
  matchPolicy?: string;
  namespaceSelector?: LabelSelector;
  objectSelector?: LabelSelector;
  readonly sideEffects?: string;
  timeoutSeconds?: number;
  readonly admissionReviewVersions?: readonly string[] | null;
  reinvocationPolicy?: string;
}

/** The webhooks of a configuration, typed. */
export const webhooksOf = (configuration: KubeObject): Webhook[] => (configuration.webhooks ?? []) as Webhook[];

const defaults = (configuration: KubeObject, mutating: boolean): void => {
  for (const hook of webhooksOf(configuration)) {
    hook.failurePolicy ??= 'Fail';
    hook.matchPolicy ??= 'Equivalent';
    hook.namespaceSelector ??= {};
    hook.objectSelector ??= {};
    hook.timeoutSeconds ??= 10;
    if (mutating) hook.reinvocationPolicy ??= 'Never';
    if (hook.clientConfig.service) hook.clientConfig.service.port ??= 443;
    for (const rule of hook.rules ?? []) rule.scope ??= '*';
  }
};

const validate = (configuration: KubeObject): FieldError[] => {
  const names = new Set<string>();
  return webhooksOf(configuration).flatMap((hook, i) => {
    const at = `webhooks[${i}]`;
    const errors: FieldError[] = [];
    if (names.has(hook.name)) errors.push(duplicate(`${at}.name`, hook.name));
    names.add(hook.name);
    if (hook.name === '') errors.push(required(`${at}.name`));
    else if (hook.name.split('.').length < 3)
      errors.push(
        invalid(`${at}.name`, hook.name, 'should be a domain with at least three segments separated by dots'),
      );
    if (!hook.admissionReviewVersions?.length)
      errors.push(required(`${at}.admissionReviewVersions`, 'must specify one of v1, v1beta1'));
    if (hook.sideEffects === undefined)
      errors.push(required(`${at}.sideEffects`, 'must specify one of None, NoneOnDryRun'));
    else if (!['None', 'NoneOnDryRun'].includes(hook.sideEffects))
      errors.push(notSupported(`${at}.sideEffects`, hook.sideEffects, ['None', 'NoneOnDryRun']));
    if (!['Fail', 'Ignore'].includes(hook.failurePolicy ?? ''))
      errors.push(notSupported(`${at}.failurePolicy`, hook.failurePolicy, ['Fail', 'Ignore']));
    const timeout = hook.timeoutSeconds ?? 10;
    if (timeout < 1 || timeout > 30)
      errors.push(invalid(`${at}.timeoutSeconds`, timeout, 'the timeout value must be between 1 and 30 seconds'));
    if ((hook.clientConfig.url === undefined) === (hook.clientConfig.service === undefined))
      errors.push(required(`${at}.clientConfig`, 'exactly one of url or service is required'));
    return errors;
  });
};

const kindOf = (mutating: boolean): Kind => ({
  kind: mutating ? 'MutatingWebhookConfiguration' : 'ValidatingWebhookConfiguration',
  plural: mutating ? 'mutatingwebhookconfigurations' : 'validatingwebhookconfigurations',
  singular: mutating ? 'mutatingwebhookconfiguration' : 'validatingwebhookconfiguration',
  group: 'admissionregistration.k8s.io',
  namespaced: false,
  names: dnsSubdomain,
  defaults: (configuration) => defaults(configuration, mutating),
  prepareCreate: (configuration) => {
    configuration.metadata.generation = 1;
  },
  prepareUpdate: (next, old) => {
    next.metadata.generation =
      (old.metadata.generation ?? 0) + (JSON.stringify(next.webhooks) === JSON.stringify(old.webhooks) ? 0 : 1);
  },
  validate,
  validateUpdate: (next) => validate(next),
});

/** `admissionregistration.k8s.io/v1` MutatingWebhookConfiguration. */
export const mutatingWebhookConfigurations = kindOf(true);
/** `admissionregistration.k8s.io/v1` ValidatingWebhookConfiguration. */
export const validatingWebhookConfigurations = kindOf(false);
