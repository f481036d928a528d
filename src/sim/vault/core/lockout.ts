/** After wrong passwords in a row a user is locked out for a while. (vault: request_handling.go, isUserLocked) */
import { goError } from '../framework/index.ts';
import type { MountEntry, UserLockout } from '../state/state.ts';
import { lookAhead } from './call.ts';
import type { LogicalRequest } from './logical-request.ts';
import type { Transaction } from './transaction.ts';

/** Methods with passwords; all others have no lockout. */
const METHODS: readonly string[] = ['userpass', 'ldap', 'approle'];

/** vault: internalshared/configutil/userlockout.go */
const DEFAULTS: UserLockout = { threshold: 5, duration: 900, counterReset: 900, disabled: false };

const settingsOf = (mount: MountEntry): UserLockout => mount.config.userLockout ?? DEFAULTS;

/**
 * The user's key in the table of failures; `undefined` where there is no lockout.
 * @throws VaultError (500) `failed to determine alias name from login request`
 */
const keyOf = (tx: Transaction, mount: MountEntry, request: LogicalRequest): string | undefined => {
  if (!METHODS.includes(mount.type) || settingsOf(mount).disabled) return undefined;
  const name = lookAhead(tx, mount, request);
  if (name === undefined) return undefined;
  if (name === '') throw goError('failed to determine alias name from login request');
  return `${mount.accessor}/${name}`;
};

/** Whether the user is locked out now. */
export const isLockedOut = (tx: Transaction, mount: MountEntry, request: LogicalRequest): boolean => {
  const key = keyOf(tx, mount, request);
  const failed = key === undefined ? undefined : tx.state.failedLogins[key];
  if (!failed) return false;
  const { threshold, duration } = settingsOf(mount);
  return failed.count >= threshold && tx.wall < failed.last + duration * 1000;
};

/** One wrong password more. */
export const countFailedLogin = (tx: Transaction, mount: MountEntry, request: LogicalRequest): void => {
  const key = keyOf(tx, mount, request);
  if (key === undefined) return;
  const before = tx.state.failedLogins[key];
  const { counterReset } = settingsOf(mount);
  const fresh = !before || tx.wall >= before.last + counterReset * 1000;
  const next = { count: fresh ? 1 : before.count + 1, last: tx.wall };
  tx.set({ failedLogins: { ...tx.state.failedLogins, [key]: next } });
};

/** A good login forgets the failures. */
export const forgetFailedLogins = (tx: Transaction, mount: MountEntry, request: LogicalRequest): void => {
  if (!METHODS.includes(mount.type)) return;
  const key = keyOf(tx, mount, request);
  if (key === undefined || !Object.hasOwn(tx.state.failedLogins, key)) return;
  const { [key]: _, ...rest } = tx.state.failedLogins;
  tx.set({ failedLogins: rest });
};
