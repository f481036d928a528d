/** `sys/internal/ui/*`: what the CLI asks before `vault kv`, and the UI all the time. (vault: logical_system.go) */
import { authenticate, type Rights, rightsOf } from '../core/check-token.ts';
import type { InternalCore } from '../core/mount-core.ts';
import { matchingMount } from '../core/route.ts';
import { invalidRequest, permissionDenied, type Request, type Response, VaultError } from '../framework/index.ts';
import { mountPath } from '../mounts/path.ts';
import { mountTable, mountView } from '../mounts/view.ts';
import type { MountEntry } from '../state/state.ts';
import { lookUp } from '../tokens/store.ts';
import { sysPath } from './path.ts';

const rights = ({ tx }: InternalCore, request: Request<null>): Rights | undefined => {
  const token = request.caller && lookUp(tx, request.caller.id, true);
  return token && rightsOf(tx, token);
};

const isListed = (mount: MountEntry): boolean => mount.config.listingVisibility === 'unauth';

const unauthenticated = ({ tx }: InternalCore, kind: MountEntry['class']): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.values(tx.state.mounts)
      .filter((mount) => mount.class === kind && isListed(mount))
      .map(({ path, type, description, options }) => [path, { type, description, options }]),
  );

export const uiMounts = sysPath({
  pattern: 'internal/ui/mounts',
  fields: {},
  operations: {
    read: (core, request): Response => {
      const { tx } = core;
      const own = rights(core, request);
      if (!own) return { data: { auth: unauthenticated(core, 'auth'), secret: unauthenticated(core, 'secret') } };
      const seen = (mount: MountEntry): boolean => isListed(mount) || own.acl.touches(mount.route);
      return { data: { auth: mountTable(tx, 'auth', true, seen), secret: mountTable(tx, 'secret', true, seen) } };
    },
  },
});

const preflight = (path: string): VaultError =>
  new VaultError(
    'permission denied',
    403,
    `preflight capability check returned 403, please ensure client's policies grant access to path ${JSON.stringify(path)}`,
    true,
  );

export const uiMount = sysPath({
  pattern: 'internal/ui/mounts/(?<path>.+)',
  fields: { path: { type: 'string' } },
  operations: {
    read: (core, request, fields): Response => {
      const { tx } = core;
      if (fields.get('path') === '') throw invalidRequest('path not set');
      const path = mountPath(fields.get('path'));
      const own = rights(core, request);
      if (!own) throw refusedToken(core, request);
      if (own.entity?.disabled) throw permissionDenied();
      const mount = matchingMount(tx.state, path);
      if (!mount || !own.acl.touches(mount.route)) throw preflight(path);
      return { data: { ...mountView(tx, mount, true), path: mount.route } };
    },
  },
});

/** The reason a token that was sent is not accepted; without one, plain. */
const refusedToken = ({ tx }: InternalCore, request: Request<null>): VaultError => {
  const { tokenId, headers, remote, id, path } = request;
  const asked = { id, operation: 'read', path, data: {}, headers, remote, token: tokenId, wrapTtl: 0 } as const;
  const refused = authenticate(tx, asked);
  return refused instanceof VaultError ? refused : permissionDenied();
};

export const resultantAcl = sysPath({
  pattern: 'internal/ui/resultant-acl',
  fields: {},
  operations: {
    read: (core, request): Response => {
      const own = rights(core, request);
      return { data: { chroot_namespace: '', ...own?.acl.resultant() } };
    },
  },
});

export const uiNamespaces = sysPath({
  pattern: 'internal/ui/namespaces',
  fields: {},
  operations: { read: () => ({ data: { keys: [''] } }) },
});
