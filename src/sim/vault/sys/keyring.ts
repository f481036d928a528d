/** `sys/key-status` and `sys/rotate`. (vault: vault/barrier.go) */
import type { CoreResponse } from '../core/reply.ts';
import { goTime } from '../framework/index.ts';
import { sysPath } from './path.ts';

export const keyStatus = sysPath({
  pattern: 'key-status',
  fields: {},
  operations: {
    read: ({ tx }): CoreResponse => {
      const { term, installed, encryptions } = tx.state.keyring;
      return { flat: true, data: { encryptions, install_time: goTime(installed), term } };
    },
  },
});

export const rotate = sysPath({
  pattern: 'rotate',
  fields: {},
  operations: {
    update: ({ tx }) => {
      tx.set({ keyring: { term: tx.state.keyring.term + 1, installed: tx.wall, encryptions: 1 } });
      tx.note('info', 'core', `installed new encryption key`);
      return undefined;
    },
  },
});
