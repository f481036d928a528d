/** The Vault of a world as a fault finds it: asked without leaving a trace, and looked into where no answer says it. */
import type { Run } from '../kernel/index.ts';
import { handle, type VaultContext } from '../vault/index.ts';
import type { MountEntry, VaultState } from '../vault/state/state.ts';
import { entries } from '../vault/state/table.ts';
import { FaultError } from './fault.ts';

/** @throws FaultError when the world has none */
export const vaultState = (run: Run): VaultState => {
  const actor = run.actor('vault');
  if (!actor) throw new FaultError('there is no Vault in this world', 'Begin with a world that has one.');
  return (actor.snapshot.context as VaultContext).state;
};

/** A token with the policy `root`. @throws FaultError when none is left */
export const rootToken = (run: Run): string => {
  for (const [id, token] of entries(vaultState(run).tokens)) if (token.policies.includes('root')) return id;
  throw new FaultError('nobody has a root token any more', 'Make one with `vault operator generate-root`.');
};

/** Vault's clock, in Unix milliseconds. */
export const vaultWall = (run: Run): number => {
  const { world } = run;
  return world.epoch + world.now + (world.network.places.vault?.skew ?? 0);
};

/**
 * The data of an answer to a question that is asked of Vault's present state and changes nothing.
 * @param path without `/v1/`
 * @returns `null` where Vault has no answer
 */
export const askVault = (run: Run, path: string, method = 'GET'): Readonly<Record<string, unknown>> | null => {
  const request = { method, path: `/v1/${path}`, headers: { 'x-vault-token': rootToken(run) }, remote: '127.0.0.1' };
  const { response } = handle(vaultState(run), request, { wall: vaultWall(run), entropy: 1 });
  if (response?.status !== 200) return null;
  const body = response.body as { readonly data?: Readonly<Record<string, unknown>> | null } | null;
  return body?.data ?? null;
};

/** Mounts of one type, by their routes. */
export const mountsOfType = (run: Run, mountClass: MountEntry['class'], type: string): readonly MountEntry[] =>
  Object.values(vaultState(run).mounts).filter((mount) => mount.class === mountClass && mount.type === type);

/** The mounts of `auth/kubernetes`. @throws FaultError when there are none */
export const kubernetesMounts = (run: Run): readonly MountEntry[] => {
  const found = mountsOfType(run, 'auth', 'kubernetes');
  if (found.length > 0) return found;
  throw new FaultError('Vault has no auth method `kubernetes`', 'Enable it first: `vault auth enable kubernetes`.');
};

/** What one mount stores. */
export const storageOf = <S>(run: Run, mount: MountEntry): S => vaultState(run).storage[mount.uuid] as S;
