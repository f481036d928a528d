import type { Transaction } from '../core/transaction.ts';
import { addMount, PLAIN_CONFIG } from '../mounts/add-mount.ts';
import { DEFAULT_POLICY } from '../policy/index.ts';

/** The mounts every Vault has from its first day, and the policy `default`. (vault: vault/mount.go, requiredMountTable) */
export const addOwnMounts = (tx: Transaction): void => {
  const own = { class: 'secret', options: null, system: true } as const;
  addMount(tx, {
    ...own,
    path: 'cubbyhole/',
    type: 'cubbyhole',
    description: 'per-token private secret storage',
    local: true,
  });
  addMount(tx, {
    ...own,
    path: 'sys/',
    type: 'system',
    description: 'system endpoints used for control, policy and debugging',
    sealWrap: true,
    config: { ...PLAIN_CONFIG, passthroughHeaders: ['Accept'] },
  });
  addMount(tx, {
    ...own,
    path: 'identity/',
    type: 'identity',
    description: 'identity store',
    config: { ...PLAIN_CONFIG, passthroughHeaders: ['Authorization'] },
  });
  addMount(tx, { ...own, class: 'auth', path: 'token/', type: 'token', description: 'token based credentials' });
  tx.set({ policies: { default: DEFAULT_POLICY } });
};
