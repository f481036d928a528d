/** What backends do by themselves, at moments they asked for. (The real ones keep a goroutine with a queue.) */
import { isDeferred, type Outcome, type Request, VaultError } from '../framework/index.ts';
import type { MountEntry, VaultState } from '../state/state.ts';
import { backendOf, guarded } from './call.ts';
import type { WaitingWake } from './continuation.ts';
import type { InternalCore } from './mount-core.ts';
import type { Transaction } from './transaction.ts';

/** Unix milliseconds of the next such moment; `undefined`: none. */
export const nextWake = (state: VaultState): number | undefined => {
  const moments = Object.values(state.wakes);
  return moments.length === 0 ? undefined : Math.min(...moments);
};

const wakeRequest = (mount: MountEntry, storage: unknown): Request<never> => ({
  id: '',
  operation: 'update',
  path: '',
  mount,
  storage: storage as never,
  data: {},
  headers: {},
  remote: '',
  caller: undefined,
  tokenId: '',
  wrapTtl: 0,
});

const run = (tx: Transaction, mount: MountEntry, act: (core: InternalCore, storage: unknown) => Outcome): void => {
  try {
    const outcome = guarded(tx, mount, act);
    if (isDeferred(outcome))
      tx.background.push({ ...outcome.deferred, continuation: { type: 'wake', mount: mount.uuid } });
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    tx.note('error', 'core', `periodic work failed: path=${mount.route} error="${error.message}"`);
  }
};

/** Wakes every backend whose moment has come. A sealed Vault does nothing. */
export const runWakes = (tx: Transaction): void => {
  if (tx.state.seal.sealed) return;
  for (const [uuid, due] of Object.entries(tx.state.wakes)) {
    if (due > tx.wall) continue;
    const { [uuid]: _, ...wakes } = tx.state.wakes;
    tx.set({ wakes });
    const mount = tx.mountByUuid(uuid);
    const wake = mount && backendOf(tx, mount).wake;
    if (mount && wake) run(tx, mount, (core, storage) => wake.run(core, wakeRequest(mount, storage)));
  }
};

/** Goes on after the actor that a backend's own work had started. */
export const resumeWake = (tx: Transaction, waiting: WaitingWake, output: unknown): void => {
  const mount = tx.mountByUuid(waiting.mount);
  const resume = mount && backendOf(tx, mount).wake?.resume;
  if (mount && resume) run(tx, mount, (core, storage) => resume(core, wakeRequest(mount, storage), output));
};
