import type { Token } from '../core/token.ts';
import type { Transaction } from '../core/transaction.ts';
import { addToken } from './store.ts';

/** A token that may do everything and never ends. @param path what made it: `auth/token/root`, in dev mode `auth/token/create` */
export const addRootToken = (tx: Transaction, id: string, path: string, displayName: string): Token =>
  addToken(tx, {
    id,
    type: 'service',
    parent: '',
    policies: ['root'],
    displayName,
    entityId: '',
    path,
    meta: null,
    ttl: 0,
    explicitMaxTtl: 0,
    period: 0,
    uses: 0,
    boundCidrs: [],
    renewable: false,
    lease: { maxTtl: 0, period: 0, explicitMaxTtl: 0 },
  });
