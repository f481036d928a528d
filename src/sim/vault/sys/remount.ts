/** `sys/remount`: a mount moves to another path, in its own time. */
import type { CoreResponse } from '../core/reply.ts';
import { invalidRequest } from '../framework/index.ts';
import { startMove } from '../mounts/move.ts';
import { isProtected, mountPath } from '../mounts/path.ts';
import { sysPath } from './path.ts';

const QUEUED =
  "Mount move has been queued. Progress will be reported in Vault's server log, tagged with the returned migration_id";

const checked = (route: string): string => {
  const bare = route.replace(/^auth\//, '');
  if (!route.startsWith('auth/') && isProtected(route)) throw invalidRequest(`cannot remount ${JSON.stringify(route)}`);
  if (route.startsWith('auth/') && bare === 'token/') throw invalidRequest(`cannot remount ${JSON.stringify(route)}`);
  return route;
};

export const remount = sysPath({
  pattern: 'remount',
  fields: { from: { type: 'string' }, to: { type: 'string' } },
  operations: {
    update: ({ tx }, _, fields): CoreResponse => {
      if (fields.get('from') === '' || fields.get('to') === '')
        throw invalidRequest("both 'from' and 'to' path must be specified as a string");
      const from = checked(mountPath(fields.get('from')));
      const to = checked(mountPath(fields.get('to')));
      if (from.startsWith('auth/') !== to.startsWith('auth/'))
        throw invalidRequest(
          `cannot remount ${from.startsWith('auth/') ? 'auth' : 'secret'} mount to ${to.startsWith('auth/') ? 'auth' : 'secret'} mount path`,
        );
      if (!Object.hasOwn(tx.state.mounts, from)) throw invalidRequest(`no matching mount at ${JSON.stringify(from)}`);
      if (Object.hasOwn(tx.state.mounts, to)) throw invalidRequest(`path already in use at ${JSON.stringify(to)}`);
      return { flat: true, data: { migration_id: startMove(tx, from, to) }, warnings: [QUEUED] };
    },
  },
});

/** How far a move has come. An id that Vault did not give: 404. (vault: logical_system.go, handleRemountStatusCheck) */
export const remountStatus = sysPath({
  pattern: 'remount/status/(?<migration_id>[^/]+?)',
  fields: { migration_id: { type: 'string' } },
  operations: {
    read: ({ tx }, _, fields) => {
      const id = fields.get('migration_id');
      const move = tx.state.moves.find((one) => one.id === id);
      return (
        move && {
          data: {
            migration_id: id,
            migration_info: { source_mount: move.from, target_mount: move.to, status: move.status },
          },
        }
      );
    },
  },
});
