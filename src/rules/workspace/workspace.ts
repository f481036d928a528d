import { inspectPolicy, type PolicyInspection } from '../../sim/vault/policy/index.ts';
import { versions } from '../../sim/vault/versions.ts';
import { type ParsedYaml, type Path, type Place, parseYaml, type Span, type YamlDocument } from '../../yaml/index.ts';

/** A file as a learner wrote it. */
export interface LearnerFile {
  readonly name: string;
  readonly text: string;
}

/** One Kubernetes object of a file. */
export interface Manifest {
  readonly file: string;
  readonly document: YamlDocument;
  readonly kind: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Where in the document the Pod's metadata and spec are: `[]` for a Pod, `['spec','template']` for a Deployment. */
  readonly podPath: Path | null;
}

/** Bank-Vaults' external configuration. */
export interface VaultConfiguration {
  readonly file: string;
  readonly document: YamlDocument;
}

/** A policy: a file of its own, or text inside the Vault configuration. */
export interface PolicyText {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly inspection: PolicyInspection;
  /** The span in the file of a span in the policy's text. */
  span(range: { readonly start: Place; readonly end: Place }): Span;
}

/** Everything a learner has before them, read once for all rules. */
export interface Workspace {
  readonly files: readonly LearnerFile[];
  readonly yaml: readonly { readonly file: string; readonly parsed: ParsedYaml }[];
  readonly manifests: readonly Manifest[];
  readonly vault: readonly VaultConfiguration[];
  readonly policies: readonly PolicyText[];
}

/** The exam's version: what it reads and refuses is what findings speak of. */
const DEFAULT_VERSION = versions['1.19'];

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

const manifestOf = (file: string, document: YamlDocument): Manifest[] => {
  const { value } = document;
  if (!isObject(value) || typeof value.kind !== 'string') return [];
  return [{ file, document, kind: value.kind, value, podPath: POD_PATHS[value.kind] ?? null }];
};

/** Policies inside `policies[].rules`, where block scalars keep their lines. */
const inlinePolicies = ({ file, document }: VaultConfiguration, source: string): PolicyText[] => {
  const list = valueAt(document.value, ['policies']);
  if (!Array.isArray(list)) return [];
  return list.flatMap((policy, i): PolicyText[] => {
    const node = document.node(['policies', i, 'rules']);
    const name = isObject(policy) ? String(policy.name ?? '') : '';
    if (node?.kind !== 'scalar' || typeof node.value !== 'string') return [];
    const start = document.place(['policies', i, 'rules']);
    const block = node.style === 'literal';
    // A block's text begins in the line below its indicator; its indentation, which the parser takes away, counts.
    const first =
      source
        .split('\n')
        .slice(start.line)
        .find((line) => line.trim() !== '') ?? '';
    const indent = first.length - first.trimStart().length;
    const shift = (p: Place): Place => (block ? { line: start.line + p.line, column: indent + p.column } : start);
    return [
      {
        name,
        file,
        text: node.value,
        inspection: inspectPolicy(name, node.value, DEFAULT_VERSION),
        span: (r) => ({ start: shift(r.start), end: shift(r.end) }),
      },
    ];
  });
};

/** Read a learner's files. Whatever is broken, the rest is there. */
export const workspaceOf = (files: readonly LearnerFile[]): Workspace => {
  const yaml = files
    .filter((f) => /\.ya?ml$/.test(f.name))
    .map((f) => ({ file: f.name, parsed: parseYaml(f.text, { schema: 'kubernetes' }) }));
  const documents = yaml.flatMap(({ file, parsed }) => parsed.documents.map((document) => ({ file, document })));
  const vault = documents.filter(({ document }) => configuresVault(document.value));
  const policyFiles = files
    .filter((f) => f.name.endsWith('.hcl'))
    .map((f): PolicyText => {
      const name = f.name.replace(/\.hcl$/, '');
      return {
        name,
        file: f.name,
        text: f.text,
        inspection: inspectPolicy(name, f.text, DEFAULT_VERSION),
        span: ({ start, end }) => ({ start, end }),
      };
    });
  return {
    files,
    yaml,
    manifests: documents.flatMap(({ file, document }) => manifestOf(file, document)),
    vault,
    policies: [
      ...policyFiles,
      ...vault.flatMap((v) => inlinePolicies(v, files.find((f) => f.name === v.file)?.text ?? '')),
    ],
  };
};
