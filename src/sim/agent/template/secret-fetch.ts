import type { RequestFailed, ResponseArrived } from '../../kernel/events.ts';
import type { Operation } from '../api/client.ts';
import { type Call, outcomeOf, secretOf } from '../api/outcome.ts';
import type { Dependency } from './dependency.ts';
import type { ServerError } from './events.ts';
import { dataPath, isDeletedVersion, type MountOfPath, metadataPath } from './kv-path.ts';

/** The calls behind a dependency, and what their answers mean. Source: consul-template: dependency/vault_*.go. */

/** Is the mount's version asked for: never, before the first fetch, or before each? */
export const preflight = (d: Dependency): 'never' | 'once' | 'always' =>
  d.kind === 'read' ? 'once' : d.kind === 'write' || d.kind === 'list' ? 'always' : 'never';

export const preflightOf = (d: Dependency, token: string): Operation => ({
  method: 'GET',
  path: `sys/internal/ui/mounts/${d.path}`,
  token,
});

/** The path that is really called. @param mount what the preflight said; `null` where it failed or was not made */
export const realPath = (d: Dependency, mount: MountOfPath | null): string => {
  if (!mount?.kvVersion2) return d.path;
  return d.kind === 'list' ? metadataPath(d.path, mount.path) : dataPath(d.path, mount.path);
};

export const fetchOf = (d: Dependency, mount: MountOfPath | null, token: string): Operation => {
  const path = realPath(d, mount);
  switch (d.kind) {
    case 'list':
      return { method: 'LIST', path, token };
    case 'write':
      return { method: 'PUT', path, token, body: mount?.kvVersion2 ? { data: d.data } : d.data };
    case 'pki':
      return { method: 'PUT', path, token, body: d.data };
    default:
      return { method: 'GET', path: d.query === '' ? path : `${path}?${d.query}`, token };
  }
};

/** How often its own name stands in front of an error of the call. */
const PREFIXES: Readonly<Record<Dependency['kind'], number>> = {
  read: 2,
  write: 2,
  list: 1,
  pki: 1,
  consul: 1,
  nomad: 1,
  file: 1,
};

export type Fetched =
  | { readonly kind: 'secret'; readonly secret: Readonly<Record<string, unknown>> }
  /** A write that answers nothing, a list of nothing. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly failure: ServerError };

/** Judge the answer to the fetch. @param wall the Agent's clock, Unix milliseconds */
export const fetched = (
  d: Dependency,
  mount: MountOfPath | null,
  call: Call,
  event: ResponseArrived | RequestFailed,
  wall: number,
): Fetched => {
  const failed = (status: number | null, text: string, prefixes: number): Fetched => ({
    kind: 'failed',
    failure: { status, text: `${`${d.name}: `.repeat(prefixes)}${text}` },
  });
  const secret = secretOf(outcomeOf(call, event));
  if (secret === null || (d.kind === 'read' && 'data' in secret && isDeletedVersion(secret, wall))) {
    if (d.kind === 'list' || (d.kind === 'write' && !mount?.kvVersion2)) return { kind: 'nothing' };
    return failed(null, `no secret exists at ${d.kind === 'read' ? realPath(d, mount) : d.path}`, 1);
  }
  if ('kind' in secret && (secret.kind === 'api error' || secret.kind === 'transport error')) {
    const status = secret.kind === 'api error' ? (secret.status as number) : null;
    return failed(status, String(secret.text), PREFIXES[d.kind]);
  }
  return { kind: 'secret', secret: secret as Record<string, unknown> };
};
