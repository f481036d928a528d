import type { Core } from '../framework/core.ts';
import type { Attribution } from './attribution.ts';
import { keyOf } from './key.ts';
import { addVersion, freshKey } from './secret-key.ts';
import type { Storage } from './storage.ts';
import { stored } from './stored.ts';
import { emptyFolder, everyValue, withValue } from './tree.ts';

/** How long the model takes to upgrade a mount that holds secrets. Real Vault: a few milliseconds a thousand keys. */
const UPGRADE_MILLISECONDS = 100;

/**
 * Turns a version 1 mount into version 2: every secret becomes version 1 of its key (kv plugin: upgrade.go).
 * An empty mount is ready at once; another refuses requests for a moment.
 * @param storage draft, rebuilt in place
 */
export function upgrade(core: Core, storage: Storage): void {
  const secrets = [...everyValue(stored(storage).plain)];
  if (secrets.length === 0) return;
  const by: Attribution | null = core.version.kvAttribution ? { actor: 'kv_upgrade', operation: 'upgrade' } : null;
  let { keys } = stored(storage);
  for (const [path, content] of secrets) {
    const key = freshKey(core.wall);
    addVersion({ ...storage.settings, maxVersions: 1 }, key, content, core.wall, by);
    keys = withValue(keys, keyOf(path), key);
  }
  storage.keys = keys;
  storage.plain = emptyFolder();
  storage.upgradingUntil = core.wall + UPGRADE_MILLISECONDS;
}
