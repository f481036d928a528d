/** Changing the password of a static role, by hand or in its time. Source: vault: builtin/logical/database/rotation.go. */
import { type Core, goError, multiError, type Outcome, type Request, type WakeHandlers } from '../framework/index.ts';
import type { ConnectionOutput } from './connection-machine.ts';
import { checkAllowed, connectionOf } from './connections.ts';
import { newPassword } from './names.ts';
import { DEFAULTS, failureOf, filled, transaction } from './plugin.ts';
import { find, type StaticRole, type Storage } from './storage.ts';

/** Milliseconds between two looks at the queue (queueTickSeconds), and until a failed rotation is tried again. */
const RETRY = 10_000;

/** Begins: the role's user gets a new password. @throws VaultError 500 */
export const beginRotation = (core: Core, storage: Storage, name: string, role: StaticRole): Outcome => {
  const connection = connectionOf(storage, role.database);
  checkAllowed(connection, name);
  const { username, statements: own } = role;
  const password = newPassword(core);
  const statements = filled(own.length > 0 ? own : DEFAULTS.password, { name: username, username, password });
  return transaction(connection.details, statements, { name, password });
};

/** The reason why it failed, or `undefined`: then the role has the new password. */
export const endRotation = (core: Core, storage: Storage, role: StaticRole, output: unknown): string | undefined => {
  const connection = find(storage.connections, role.database);
  const reason = failureOf(connection, output as ConnectionOutput, 'user does not appear to exist: ');
  if (reason !== undefined) return `error setting credentials: ${multiError([reason])}`;
  role.password = String((output as ConnectionOutput).carry.password);
  role.rotated = core.wall;
  role.next = nextRotation(role, core.wall);
  return undefined;
};

/** Unix milliseconds at which a role rotated then is due; `null`: not by itself. */
export const nextRotation = (role: StaticRole, wall: number): number | null =>
  role.period > 0 ? wall + role.period * 1000 : null;

/** Asks to be woken for the role that is due first. */
export const planRotations = (core: Core, storage: Storage): void => {
  const moments = Object.values(storage.staticRoles).flatMap(({ next }) => next ?? []);
  core.wakeAt(moments.length > 0 ? Math.min(...moments) : null);
};

const dueRole = (storage: Storage, wall: number): [string, StaticRole] | undefined =>
  Object.entries(storage.staticRoles).find(([, { next }]) => next !== null && next <= wall);

const run = (core: Core, { storage }: Request<Storage>): Outcome => {
  const due = dueRole(storage, core.wall);
  if (!due) {
    planRotations(core, storage);
    return undefined;
  }
  const [name, role] = due;
  try {
    const outcome = beginRotation(core, storage, name, role);
    role.next = null;
    planRotations(core, storage);
    return outcome;
  } catch (error) {
    role.next = core.wall + RETRY;
    planRotations(core, storage);
    core.log(
      'error',
      'secrets.database',
      `unable to rotate credentials in periodic function: name=${name} error=${String(error)}`,
    );
    return undefined;
  }
};

const resume = (core: Core, { storage }: Request<Storage>, output: unknown): Outcome => {
  const name = String((output as ConnectionOutput).carry.name);
  const role = find(storage.staticRoles, name);
  if (role) {
    const reason = endRotation(core, storage, role, output);
    if (reason !== undefined) {
      role.next = core.wall + RETRY;
      core.log(
        'error',
        'secrets.database',
        `unable to rotate credentials in periodic function: name=${name} error="${reason}"`,
      );
    }
  }
  planRotations(core, storage);
  return undefined;
};

export const rotationWake: WakeHandlers<Storage> = { run, resume };

/** Ends a rotation that somebody waits for. @throws VaultError 500 */
export const finishRotation = (core: Core, storage: Storage, role: StaticRole, output: unknown): undefined => {
  const reason = endRotation(core, storage, role, output);
  if (reason !== undefined) throw goError(reason);
  planRotations(core, storage);
};
