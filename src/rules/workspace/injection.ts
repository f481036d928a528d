import {
  DEFAULT_SETTINGS,
  type DryRun,
  dryRun,
  HELM_ENVIRONMENT,
  PREFIX,
  recognise,
  settingsFromEnvironment,
} from '../../sim/injector/index.ts';
import type { FieldError } from '../../sim/kubernetes/api/field-errors.ts';
import type { Path } from '../../yaml/index.ts';
import { podVerdict } from './api-server.ts';
import { rememberingBy } from './cache.ts';
import { podManifests } from './pods.ts';
import { isObject, type Manifest, valueAt, type Workspace } from './workspace.ts';

/** The injector as its Helm chart sets it up: what most clusters run. */
const read = settingsFromEnvironment(HELM_ENVIRONMENT);
export const SETTINGS = 'settings' in read ? read.settings : DEFAULT_SETTINGS;

/** One reason for which the injector, or the API server behind it, refuses a Pod. */
export interface Refused {
  readonly by: 'injector' | 'api server';
  readonly message: string;
  /** The annotation without which this would not be said; undefined when it is none. */
  readonly key: string | undefined;
}

/** A Pod that asks to be injected, and what comes of it. */
export interface Injection {
  readonly manifest: Manifest & { readonly podPath: Path };
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: Readonly<Record<string, unknown>>;
  /** Names of its own containers. */
  readonly containers: readonly string[];
  readonly run: DryRun;
  readonly refused: readonly Refused[];
  /** Path of an annotation's value. */
  path(name: string): Path;
  /** An annotation by its name without prefix. */
  get(name: string): string | undefined;
  isTrue(name: string): boolean;
}

interface Pod {
  readonly metadata: Readonly<Record<string, unknown>> & { readonly annotations: Readonly<Record<string, string>> };
  readonly spec: Readonly<Record<string, unknown>>;
}
interface Surroundings {
  readonly namespace?: string;
  readonly automount: boolean;
}

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
/** Many mistakes in one Pod are rare; the search for each costs a run an annotation. */
const MOST_REFUSALS = 8;

const ask = (pod: Pod, { namespace, automount }: Surroundings): DryRun =>
  dryRun(pod, SETTINGS, { automount, ...(namespace !== undefined && { namespace }) });

const sentence = ({ field, message }: FieldError): string => `${field}: ${message}`;

/** What refuses a Pod: the injector's text, or what the API server finds wrong only after the injector's changes. */
const complaintsOf = (run: DryRun, before: ReadonlySet<string>): { by: Refused['by']; messages: string[] } => {
  if (run.outcome === 'denied') return { by: 'injector', messages: [run.message] };
  if (run.outcome !== 'injected') return { by: 'api server', messages: [] };
  const { invalid } = podVerdict(run.pod);
  return { by: 'api server', messages: invalid.filter((e) => !before.has(e.message)).map(sentence) };
};

const without = (pod: Pod, key: string): Pod => {
  const { [key]: _, ...annotations } = pod.metadata.annotations;
  return { ...pod, metadata: { ...pod.metadata, annotations } };
};

/** The annotation without which the API server would not say this of the changed Pod. */
const culpritOf = (pod: Pod, around: Surroundings, before: ReadonlySet<string>, message: string): string | undefined =>
  Object.keys(pod.metadata.annotations)
    .filter((key) => key.startsWith(PREFIX) && key !== `${PREFIX}agent-inject`)
    .find((key) => {
      const after = ask(without(pod, key), around);
      return after.outcome === 'injected' && !complaintsOf(after, before).messages.includes(message);
    });

/** Finds each refusal and the annotation behind it by leaving annotations out, one after the other. */
const refusalsOf = (pod: Pod, around: Surroundings): Refused[] => {
  const named = { ...pod, metadata: { ...pod.metadata, name: 'pod', namespace: around.namespace ?? 'default' } };
  const before = new Set(podVerdict({ apiVersion: 'v1', kind: 'Pod', ...named }).invalid.map((e) => e.message));
  const found: Refused[] = [];
  let rest: Pod = named;
  while (found.length < MOST_REFUSALS) {
    const run = ask(rest, around);
    const { by, messages } = complaintsOf(run, before);
    const [message] = messages;
    if (message === undefined) break;
    const culprit =
      run.outcome === 'denied'
        ? run.from.find((key) => key in rest.metadata.annotations)
        : culpritOf(rest, around, before, message);
    const everything = culprit === undefined ? messages : [message];
    found.push(...everything.map((text) => ({ by, message: text, key: culprit })));
    if (culprit === undefined) break;
    rest = without(rest, culprit);
  }
  return found;
};

const runOf = (pod: Pod, around: Surroundings): Pick<Injection, 'run' | 'refused'> => ({
  run: ask(pod, around),
  refused: refusalsOf(pod, around),
});

/** Once for each Pod as it was read; surroundings come from other documents. */
const runs = rememberingBy((_: object) => new Map<string, Pick<Injection, 'run' | 'refused'>>());

/** Whether the ServiceAccount of a Pod, where the files have it, or the Pod itself refuses the token. */
const mountsToken = (workspace: Workspace, spec: Pod['spec'], namespace: string | undefined): boolean => {
  if (typeof spec.automountServiceAccountToken === 'boolean') return spec.automountServiceAccountToken;
  const name = spec.serviceAccountName ?? 'default';
  const account = workspace.manifests.find(
    ({ kind, value }) =>
      kind === 'ServiceAccount' &&
      valueAt(value, ['metadata', 'name']) === name &&
      valueAt(value, ['metadata', 'namespace']) === namespace,
  );
  return account?.value.automountServiceAccountToken !== false;
};

const injectionOf = (workspace: Workspace, manifest: Manifest & { readonly podPath: Path }): Injection[] => {
  const { document, podPath, value } = manifest;
  const pod = valueAt(value, podPath);
  const annotations = valueAt(pod, ['metadata', 'annotations']);
  const spec = valueAt(pod, ['spec']);
  // Values that are no strings stop the object at the API server: the injector is not asked.
  if (!isObject(pod) || !isObject(annotations) || !isObject(spec)) return [];
  if (!(`${PREFIX}agent-inject` in annotations)) return [];
  if (Object.values(annotations).some((v) => typeof v !== 'string')) return [];
  if (!Array.isArray(spec.containers) || !spec.containers.every(isObject)) return [];
  const texts = annotations as Readonly<Record<string, string>>;
  const namespace = valueAt(value, ['metadata', 'namespace']);
  const around: Surroundings = {
    ...(typeof namespace === 'string' && { namespace }),
    automount: mountsToken(workspace, spec, typeof namespace === 'string' ? namespace : undefined),
  };
  const known = runs(document.value as object);
  const key = String(around.automount);
  const done =
    known.get(key) ??
    runOf({ metadata: { ...(isObject(pod.metadata) ? pod.metadata : {}), annotations: texts }, spec }, around);
  known.set(key, done);
  return [
    {
      manifest,
      annotations: texts,
      spec,
      containers: spec.containers.map((c) => String(valueAt(c, ['name']) ?? '')),
      ...done,
      path: (name) => [...podPath, 'metadata', 'annotations', PREFIX + name],
      get: (name) => texts[PREFIX + name],
      isTrue: (name) => TRUE.has(texts[PREFIX + name] ?? ''),
    },
  ];
};

const all = rememberingBy((workspace: Workspace) => podManifests(workspace).flatMap((m) => injectionOf(workspace, m)));

/** Every Pod of the files that carries `agent-inject`, asked of the injector once. */
export const injections = (workspace: Workspace): readonly Injection[] => all(workspace);

/** An injection that came about. */
export type Injected = Injection & { readonly run: Extract<DryRun, { outcome: 'injected' }> };

/** Those that really are injected. */
export const injectedOnly = rememberingBy((workspace: Workspace): readonly Injected[] =>
  injections(workspace).flatMap((i) => (i.run.outcome === 'injected' ? [{ ...i, run: i.run }] : [])),
);

/** A Pod's annotations that have a suffix: name, then suffix, then value. */
const bySuffix = rememberingBy((annotations: Injection['annotations']) => {
  const found = new Map<string, Map<string, string>>();
  for (const [key, value] of Object.entries(annotations)) {
    const known = recognise(key);
    if (known?.suffix === undefined) continue;
    const { name } = known.annotation;
    found.set(name, (found.get(name) ?? new Map<string, string>()).set(known.suffix, value));
  }
  return found;
});
const NONE: ReadonlyMap<string, string> = new Map();

/** Annotations of one form by their suffix: `agent-inject-secret` gives `{config: "kv/data/app"}`. */
export const suffixed = ({ annotations }: Injection, name: string): ReadonlyMap<string, string> =>
  bySuffix(annotations).get(name) ?? NONE;
