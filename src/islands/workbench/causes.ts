import { type Workspace, workspaceOf } from '../../rules/index.ts';
import { injections } from '../../rules/workspace/injection.ts';
import { podAnnotations } from '../../rules/workspace/pods.ts';
import { secretCalls, templates } from '../../rules/workspace/templates.ts';
import { kubernetesRoles } from '../../rules/workspace/vault.ts';
import { VERSION, valueAt } from '../../rules/workspace/workspace.ts';
import { PREFIX } from '../../sim/injector/index.ts';
import { explain, parsePolicy } from '../../sim/vault/policy/index.ts';
import type { Path, Place } from '../../yaml/index.ts';

/** A line of a learner's file, and what it has to do with an exchange. */
export interface Cause {
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly words: string;
}

/** What is known of an exchange. */
export interface Asked {
  readonly method: string;
  /** `/v1/auth/kubernetes/login`, with its query. */
  readonly path: string;
  readonly body: unknown;
  /** Policies of the token that came with it; null when the history does not tell. */
  readonly policies: readonly string[] | null;
  /** The state of the login in which it was denied. */
  readonly stoppedIn: string | null;
}

/** Parameters of a role that a check of the login looks at. */
const CHECKED: Readonly<Record<string, readonly string[]>> = {
  checkingAudience: ['audience', 'bound_audiences'],
  matchingName: ['bound_service_account_names'],
  matchingNamespace: ['bound_service_account_namespaces', 'bound_service_account_namespace_selector'],
};

const OPERATIONS = { GET: 'read', LIST: 'list', DELETE: 'delete' } as const;

const at = (file: string, { line, column }: Place, words: string): Cause => ({ file, line, column, words });

const ofLogin = (workspace: Workspace, mount: string, name: string, stoppedIn: string | null): Cause[] => {
  const annotations = podAnnotations(workspace)
    .filter(({ key, value }) => key === `${PREFIX}role` && value === name)
    .map(({ manifest, path }) => at(manifest.file, manifest.document.keyPlace(path), 'The Pod asks for this role.'));
  const roles = kubernetesRoles(workspace)
    .filter((site) => site.mount === mount && site.role.name === name)
    .flatMap(({ configuration: { file, document }, path, role }) => [
      at(file, document.keyPlace([...path, 'name']), 'This role decides the login.'),
      ...(CHECKED[stoppedIn ?? ''] ?? [])
        .filter((key) => role[key] !== undefined)
        .map((key) => at(file, document.keyPlace([...path, key]), `The login was denied by this: ${stoppedIn}.`)),
    ]);
  return [...annotations, ...roles];
};

const bare = (path: string): string => path.replace(/^\/+|\/+$/g, '');

const ofRead = (workspace: Workspace, path: string): Cause[] => [
  ...podAnnotations(workspace)
    .filter(({ key, value }) => key.startsWith(`${PREFIX}agent-inject-secret-`) && bare(String(value)) === path)
    .map(({ manifest, path: p }) => at(manifest.file, manifest.document.keyPlace(p), 'The Pod asks for this secret.')),
  ...templates(workspace).flatMap((site) =>
    secretCalls(site)
      .filter((call) => call.path === path)
      .map((call) => at(site.file, site.span(call.pos, call.end).start, 'This template reads it.')),
  ),
];

/** The stanzas that decided, by the model's own account; where none speaks of the path, the policies that are silent. */
const ofPolicy = (
  workspace: Workspace,
  operation: 'read' | 'list' | 'delete',
  path: string,
  names: readonly string[],
): Cause[] => {
  const texts = workspace.policies.filter(({ name }) => names.includes(name));
  const parsed = texts.flatMap((text) => {
    const { policy } = parsePolicy(text.name, text.text, VERSION);
    return policy ? [{ ...text, policy }] : [];
  });
  if (parsed.length === 0) return [];
  const asked = operation === 'list' ? `${path}/` : path;
  const request = { operation, path: asked, data: {}, wrapTtl: 0 };
  // Templates need the token's entity, which files do not tell.
  if (parsed.some(({ policy }) => policy.templated)) return [];
  const said = explain(
    request,
    parsed.map(({ policy }) => policy),
    undefined,
    VERSION,
  );
  if (said.verdict.kind === 'no rule')
    return texts.map(({ file, span }) => {
      const start = { line: 1, column: 1 };
      return at(file, span({ start, end: start }).start, `No stanza of this policy matches ${asked}.`);
    });
  return (said.deciding?.stanzas ?? []).flatMap((stanza) =>
    parsed
      .filter(({ name }) => name === stanza.policy)
      .map(({ file, span }) =>
        at(file, span(stanza.path).start, `This stanza ${said.allowed ? 'allows' : 'refuses'} it.`),
      ),
  );
};

const ofMutation = (workspace: Workspace, annotations: unknown): Cause[] =>
  injections(workspace)
    // The Pod under review carries the template's annotations.
    .filter((injection) => Object.entries(injection.annotations).every(([k, v]) => valueAt(annotations, [k]) === v))
    .flatMap(({ manifest, annotations: own, run, path }) => {
      if (run.outcome !== 'injected') return [];
      const used = new Set(run.operations.flatMap(({ causes }) => causes).flatMap(({ from }) => from));
      return Object.keys(own)
        .filter((key) => used.has(key))
        .map((key) =>
          at(manifest.file, manifest.document.keyPlace(path(key.slice(PREFIX.length))), 'The injector acts on this.'),
        );
    });

const ofManifest = (workspace: Workspace, body: unknown): Cause[] => {
  const name: Path = ['metadata', 'name'];
  return workspace.manifests
    .filter(
      (m) =>
        m.kind === valueAt(body, ['kind']) &&
        valueAt(m.value, name) === valueAt(body, name) &&
        (valueAt(m.value, ['metadata', 'namespace']) ?? 'default') ===
          (valueAt(body, ['metadata', 'namespace']) ?? 'default'),
    )
    .map((m) => at(m.file, m.document.keyPlace(['kind']), 'This object is sent.'));
};

const OBJECTS = /^\/apis?\//;

/**
 * The lines of a learner's files that led to an exchange. Empty where no honest cause is known.
 * @param files as the running world was given them
 */
export const causesOf = (files: Readonly<Record<string, string>>, asked: Asked): Cause[] =>
  causesIn(workspaceOf(Object.entries(files).map(([name, text]) => ({ name, text }))), asked);

/** The same, for files that were read before. */
export const causesIn = (workspace: Workspace, asked: Asked): Cause[] => {
  const path = asked.path.split('?')[0] ?? '';
  if (path === '/mutate')
    return ofMutation(workspace, valueAt(asked.body, ['request', 'object', 'metadata', 'annotations']));
  const login = /^\/v1\/auth\/(.+)\/login$/.exec(path);
  if (login) return ofLogin(workspace, login[1] ?? '', String(valueAt(asked.body, ['role']) ?? ''), asked.stoppedIn);
  if (path.startsWith('/v1/')) {
    const secret = bare(path.slice('/v1/'.length));
    const operation = Object.hasOwn(OPERATIONS, asked.method)
      ? OPERATIONS[asked.method as keyof typeof OPERATIONS]
      : null;
    return [
      ...(operation === 'read' ? ofRead(workspace, secret) : []),
      ...(operation && asked.policies ? ofPolicy(workspace, operation, secret, asked.policies) : []),
    ];
  }
  return OBJECTS.test(path) && asked.method !== 'GET' ? ofManifest(workspace, asked.body) : [];
};
