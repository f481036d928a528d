import { inspectPolicy, type PolicyInspection } from '../../sim/vault/policy/index.ts';
import { versions } from '../../sim/vault/versions.ts';
import type { Path, Place, Problem, Span } from '../../yaml/index.ts';
import { offsetOf } from '../apply-edits.ts';
import { remembering } from './cache.ts';
import { scalarOffsets } from './scalar-offsets.ts';
import { readYaml, type SourceDocument } from './source.ts';

/** A file as a learner wrote it. */
export interface LearnerFile {
  readonly name: string;
  readonly text: string;
}

/** One Kubernetes object of a file. */
export interface Manifest {
  readonly file: string;
  readonly document: SourceDocument;
  readonly kind: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Where in the document the Pod's metadata and spec are: `[]` for a Pod, `['spec','template']` for a Deployment. */
  readonly podPath: Path | null;
}

/** Bank-Vaults' external configuration. */
export interface VaultConfiguration {
  readonly file: string;
  readonly document: SourceDocument;
}

/** A policy: a file of its own, or text inside the Vault configuration. */
export interface PolicyText {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly inspection: PolicyInspection;
  /** Where its name is written; null for a file, whose name is the policy's. */
  readonly namePath: { readonly document: SourceDocument; readonly path: Path } | null;
  /** The span in the file of a span in the policy's text. */
  span(range: { readonly start: Place; readonly end: Place }): Span;
}

/** Everything a learner has before them, read once for all rules. */
export interface Workspace {
  readonly files: readonly LearnerFile[];
  readonly yaml: readonly { readonly file: string; readonly problems: readonly Problem[] }[];
  readonly manifests: readonly Manifest[];
  readonly vault: readonly VaultConfiguration[];
  readonly policies: readonly PolicyText[];
}

/** The exam's version: what it reads and refuses is what findings speak of. */
export const VERSION = versions['1.19'];

const POD_PATHS: Readonly<Record<string, Path>> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value inside plain data by its path; `undefined` where anything on the way is missing. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (v, key) => (typeof v === 'object' && v !== null ? (v as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );

/** Whether a document configures Vault: it has one of Bank-Vaults' top keys and no `kind`. */
const configuresVault = (value: unknown): boolean =>
  isObject(value) &&
  !('kind' in value) &&
  ['auth', 'policies', 'secrets', 'startupSecrets'].some((key) => Array.isArray(value[key]));

const manifestOf = (file: string, document: SourceDocument): Manifest[] => {
  const { value } = document;
  if (!isObject(value) || typeof value.kind !== 'string') return [];
  return [{ file, document, kind: value.kind, value, podPath: POD_PATHS[value.kind] ?? null }];
};

const inspected = remembering((key): PolicyInspection => {
  const cut = key.indexOf('\n');
  return inspectPolicy(key.slice(0, cut), key.slice(cut + 1), VERSION);
});

/** Policies inside `policies[].rules`, with the place in the file of each character. */
const inlinePolicies = ({ file, document }: VaultConfiguration): PolicyText[] => {
  const list = valueAt(document.value, ['policies']);
  if (!Array.isArray(list)) return [];
  return list.flatMap((policy, i): PolicyText[] => {
    const node = document.node(['policies', i, 'rules']);
    const name = isObject(policy) ? String(policy.name ?? '') : '';
    if (node?.kind !== 'scalar' || typeof node.value !== 'string') return [];
    const text = node.value;
    const offsets = scalarOffsets(document.source, node);
    const shift = (p: Place): Place => document.at(offsets[offsetOf(text, p)] ?? node.end);
    return [
      {
        name,
        file,
        text,
        inspection: inspected(`${name}\n${text}`),
        namePath: { document, path: ['policies', i, 'name'] },
        span: (r) => ({ start: shift(r.start), end: shift(r.end) }),
      },
    ];
  });
};

/** Read a learner's files. Whatever is broken, the rest is there. */
export const workspaceOf = (files: readonly LearnerFile[]): Workspace => {
  const yaml = files.filter((f) => /\.ya?ml$/.test(f.name)).map((f) => ({ file: f.name, ...readYaml(f.text) }));
  const documents = yaml.flatMap(({ file, documents }) => documents.map((document) => ({ file, document })));
  const vault = documents.filter(({ document }) => configuresVault(document.value));
  const policyFiles = files
    .filter((f) => f.name.endsWith('.hcl'))
    .map((f): PolicyText => {
      const name = f.name.replace(/^.*[\\/]/, '').replace(/\.hcl$/, '');
      return {
        name,
        file: f.name,
        text: f.text,
        inspection: inspected(`${name}\n${f.text}`),
        namePath: null,
        span: ({ start, end }) => ({ start, end }),
      };
    });
  return {
    files,
    yaml,
    manifests: documents.flatMap(({ file, document }) => manifestOf(file, document)),
    vault,
    policies: [...policyFiles, ...vault.flatMap(inlinePolicies)],
  };
};
