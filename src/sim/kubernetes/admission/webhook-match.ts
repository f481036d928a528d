import { fromBase64, fromUtf8 } from '../../jwt/index.ts';
import { type KubeObject, part } from '../api/object.ts';
import { matchesSelector } from '../api/selectors.ts';
import type { Kind } from '../kinds/kind.ts';
import { type Webhook, webhooksOf } from '../kinds/webhook-configurations.ts';
import type { Hook, Operation, Target } from '../server/pending.ts';
import type { ApiState } from '../server/state.ts';
import { list, readFrom } from '../store/store.ts';

const MUTATING = 'mutatingwebhookconfigurations.admissionregistration.k8s.io';
const VALIDATING = 'validatingwebhookconfigurations.admissionregistration.k8s.io';

/** What is about to be written, as far as rules and selectors look at it. */
export interface Subject {
  readonly kind: Kind;
  readonly operation: Operation;
  readonly namespace: string;
  readonly subresource: string;
  readonly object: KubeObject | null;
  readonly old: KubeObject | null;
}

const has = (values: readonly string[] | undefined, wanted: string): boolean =>
  (values ?? []).some((v) => v === '*' || v === wanted);

const resourceMatches = (patterns: readonly string[] | undefined, plural: string, subresource: string): boolean =>
  (patterns ?? []).some((pattern) => {
    const [resource, sub = ''] = pattern.split('/');
    return (resource === '*' || resource === plural) && (sub === '*' || sub === subresource);
  });

const ruleMatches = (hook: Webhook, s: Subject): boolean =>
  (hook.rules ?? []).some(
    (rule) =>
      has(rule.operations, s.operation) &&
      has(rule.apiGroups, s.kind.group) &&
      has(rule.apiVersions, 'v1') &&
      resourceMatches(rule.resources, s.kind.plural, s.subresource) &&
      (rule.scope === undefined || rule.scope === '*' || (rule.scope === 'Namespaced') === s.kind.namespaced),
  );

const namespaceMatches = (state: ApiState, hook: Webhook, s: Subject): boolean => {
  const selector = hook.namespaceSelector ?? {};
  if (s.kind.plural === 'namespaces') return matchesSelector(selector, (s.object ?? s.old)?.metadata.labels ?? {});
  if (!s.kind.namespaced) return true;
  return matchesSelector(selector, readFrom(state.store, 'namespaces', '', s.namespace)?.metadata.labels ?? {});
};

const objectMatches = (hook: Webhook, s: Subject): boolean => {
  const selector = hook.objectSelector ?? {};
  return [s.object, s.old].some((o) => o !== null && matchesSelector(selector, o.metadata.labels ?? {}));
};

/** Where a webhook listens. A Service must exist, as the API server resolves it by itself. */
const targetOf = (state: ApiState, { clientConfig }: Webhook): Target => {
  const bundle = clientConfig.caBundle ? fromBase64(clientConfig.caBundle) : null;
  const trust = bundle && 'bytes' in bundle ? [fromUtf8(bundle.bytes)] : [];
  const { url, service } = clientConfig;
  if (url !== undefined) {
    const m = /^(https?:\/\/[^/]+)(\/.*)?$/.exec(url);
    const origin = m?.[1] ?? url;
    return { origin, path: m?.[2] ?? '/', trust, address: origin.replace(/^https?:\/\//, '') };
  }
  const { name = '', namespace = '', path = '/', port = 443 } = service ?? {};
  const origin = `https://${name}.${namespace}.svc:${port}`;
  const found = readFrom(state.store, 'services', namespace, name);
  const address = `${String(found ? part(found, 'spec').clusterIP : '')}:${port}`;
  return { origin, path, trust, address, ...(!found && { error: `service ${JSON.stringify(name)} not found` }) };
};

/** The webhooks that must be asked about a write, in order: configurations by name, each in its own order. */
export const matchingHooks = (state: ApiState, s: Subject, mutating: boolean): Hook[] => {
  // Webhooks are not asked about webhook configurations: nobody could undo a bad one.
  if (s.kind.group === 'admissionregistration.k8s.io') return [];
  return list(state.store, mutating ? MUTATING : VALIDATING, '')
    .flatMap(webhooksOf)
    .filter((hook) => ruleMatches(hook, s) && namespaceMatches(state, hook, s) && objectMatches(hook, s))
    .map((hook) => ({
      name: hook.name,
      failurePolicy: hook.failurePolicy ?? 'Fail',
      mutating,
      version: (hook.admissionReviewVersions ?? []).find((v) => v === 'v1' || v === 'v1beta1') ?? 'v1',
      timeoutSeconds: hook.timeoutSeconds ?? 10,
      sideEffects: hook.sideEffects ?? '',
      target: targetOf(state, hook),
    }));
};
