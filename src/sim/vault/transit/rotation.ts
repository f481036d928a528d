/** Keys with an `auto_rotate_period`. Source: vault: builtin/logical/transit/backend.go, autoRotateKeys. */
import type { Core, WakeHandlers } from '../framework/index.ts';
import { rotate } from './key.ts';
import type { Key, Storage } from './storage.ts';

const dueOf = (key: Key): number => key.rotated + key.autoRotate * 1000;

/** Asks to be woken for the key that is due first. */
export const planRotations = (core: Core, storage: Storage): void => {
  const moments = Object.values(storage.keys)
    .filter((key) => key.autoRotate > 0)
    .map(dueOf);
  core.wakeAt(moments.length > 0 ? Math.min(...moments) : null);
};

export const rotationWake: WakeHandlers<Storage> = {
  run: (core, { storage }) => {
    for (const key of Object.values(storage.keys)) if (key.autoRotate > 0 && dueOf(key) <= core.wall) rotate(core, key);
    planRotations(core, storage);
    return undefined;
  },
};
