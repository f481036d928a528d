import type { Json } from '../go/json-write.ts';
import { fromBase64, fromUtf8 } from '../jwt/base64.ts';
import { PREFIX } from './annotations/description.ts';
import { Refusal } from './go/refusal.ts';
import { type Decision, decide, patchText } from './mutate.ts';
import { applyPatch } from './patch/json-patch.ts';
import type { Operation } from './patch/operation.ts';
import type { Settings } from './settings/settings.ts';

/** A Pod's metadata and spec as a manifest has them: a Pod, or the template of a Deployment. */
export interface PodTemplate {
  readonly metadata?: object;
  readonly spec?: object;
}

export interface DryRunOptions {
  /** Namespace the Pod would be created in; left out: the template's own, else `default`. */
  readonly namespace?: string;
  /** The token volume that the API server adds before the webhook; left out: unless the Pod says no. */
  readonly automount?: boolean;
}

/** What the injector would do with a Pod. */
export type DryRun =
  | Exclude<Decision, { outcome: 'injected' }>
  | (Extract<Decision, { outcome: 'injected' }> & {
      /** The Pod after the patch. */
      readonly pod: Json;
      /** The Agent's configuration by container name; empty with `agent-configmap`. */
      readonly configurations: Readonly<Record<string, Json>>;
      /** Keys under `vault.hashicorp.com/` that changed nothing: unknown, for no secret, or what is so anyway. */
      readonly withoutEffect: readonly string[];
    })
  | { readonly outcome: 'dropped' };

interface Spec {
  readonly volumes?: readonly object[];
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly automountServiceAccountToken?: unknown;
}
interface Container {
  readonly name?: string;
  readonly env?: readonly { readonly name?: string; readonly value?: string }[];
  readonly volumeMounts?: readonly { readonly mountPath?: string }[];
}

const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';
const TOKEN_VOLUME = 'kube-api-access';

const list = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? value : []);

const withMount = (container: Container): Container => {
  const mounts = list<{ mountPath?: string }>(container?.volumeMounts);
  if (typeof container !== 'object' || container === null) return container;
  if (mounts.some(({ mountPath }) => mountPath === TOKEN_PATH)) return container;
  return {
    ...container,
    volumeMounts: [...mounts, { name: TOKEN_VOLUME, readOnly: true, mountPath: TOKEN_PATH }],
  } as Container;
};

/** What the admission plugin ServiceAccount does before the webhook is asked, as far as the injector looks at it. */
const withToken = (spec: Spec): Spec => ({
  ...spec,
  volumes: [
    ...list<object>(spec.volumes),
    { name: TOKEN_VOLUME, projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } },
  ],
  containers: list<Container>(spec.containers).map(withMount),
  ...(spec.initContainers !== undefined && { initContainers: list<Container>(spec.initContainers).map(withMount) }),
});

const configurationsOf = (pod: Json): Readonly<Record<string, Json>> => {
  const { spec } = pod as { spec?: Spec };
  const all = [...list<Container>(spec?.initContainers), ...list<Container>(spec?.containers)];
  return Object.fromEntries(
    all.flatMap(({ name = '', env }) => {
      const text = list<{ name?: string; value?: string }>(env).find((one) => one.name === 'VAULT_CONFIG')?.value;
      const decoded = text === undefined ? undefined : fromBase64(text);
      if (!decoded || !('bytes' in decoded)) return [];
      try {
        return [[name, JSON.parse(fromUtf8(decoded.bytes)) as Json] as const];
      } catch {
        return [];
      }
    }),
  );
};

const withoutEffect = (annotations: unknown, operations: readonly Operation[]): readonly string[] => {
  const used = new Set(operations.flatMap(({ causes }) => causes).flatMap(({ from }) => from));
  const keys = typeof annotations === 'object' && annotations !== null ? Object.keys(annotations) : [];
  return keys.filter((key) => key.startsWith(PREFIX) && !used.has(key));
};

/** The patch fits the Pod unless its keys differ in letter case from the real ones: then the API server would refuse it. */
const patched = (pod: Json, patch: readonly Readonly<Record<string, unknown>>[]): Json => {
  try {
    return applyPatch(pod, patch);
  } catch (error) {
    if (error instanceof Refusal) return pod;
    throw error;
  }
};

/**
 * Asks the injector about a Pod that nobody has created: patch with causes, Agent configuration, or the refusal.
 * @param template `metadata` and `spec` as in the manifest
 */
export const dryRun = (template: PodTemplate, settings: Settings, options: DryRunOptions = {}): DryRun => {
  const metadata = (template.metadata ?? {}) as { namespace?: unknown; annotations?: unknown };
  const own = typeof metadata.namespace === 'string' ? metadata.namespace : 'default';
  const spec = (template.spec ?? {}) as Spec;
  const automount = options.automount ?? spec.automountServiceAccountToken !== false;
  const object = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: template.metadata ?? {},
    spec: automount ? withToken(spec) : spec,
  };
  const decision = decide(object, options.namespace ?? own, settings);
  if (!decision) return { outcome: 'dropped' };
  if (decision.outcome !== 'injected') return decision;
  const patch = JSON.parse(patchText(decision.operations)) as readonly { readonly value?: Json }[];
  const operations = decision.operations.map((operation, i) => {
    const value = patch[i]?.value;
    return value === undefined ? operation : { ...operation, value };
  });
  const pod = patched(object as unknown as Json, patch);
  return {
    ...decision,
    operations,
    pod,
    configurations: configurationsOf(pod),
    withoutEffect: withoutEffect(metadata.annotations, operations),
  };
};
