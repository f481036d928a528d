import { base64 } from '../../jwt/index.ts';
import type { Moment, Registry } from '../core/transaction.ts';
import { Transaction } from '../core/transaction.ts';
import { addMount } from '../mounts/add-mount.ts';
import { NO_GENERATION } from '../seal/generate-root.ts';
import { makeKeys } from '../seal/init.ts';
import { NO_REKEY } from '../seal/rekey.ts';
import { addRootToken } from '../tokens/root-token.ts';
import type { VersionName } from '../versions.ts';
import { addOwnMounts } from './own-mounts.ts';
import type { VaultState } from './state.ts';

/** How a Vault begins. */
export interface VaultSetup {
  readonly version: VersionName;
  /** `dev`: initialised, unsealed, root token given, KV v2 at `secret/`; `server`: neither. */
  readonly mode: 'dev' | 'server';
  /** Dev mode's root token id; `root` unless said. */
  readonly rootToken?: string;
}

const blank = (version: VersionName, moment: Moment): VaultState => ({
  version,
  started: moment.wall,
  cluster: { name: '', id: '' },
  seal: {
    initialized: false,
    sealed: true,
    shares: 0,
    threshold: 0,
    keyHash: '',
    progress: { nonce: '', shares: [] },
  },
  rootGeneration: NO_GENERATION,
  rekey: NO_REKEY,
  // A fresh dev server has written 31 values; the count of a barrier that does not really encrypt stays there.
  keyring: { term: 1, installed: moment.wall, encryptions: 31 },
  barrierKey: '',
  mounts: {},
  storage: {},
  policies: {},
  tokens: null,
  accessors: null,
  leases: null,
  dependents: null,
  audit: {},
  settings: {
    // (vault: audit/headers.go, DefaultHeaders)
    auditedHeaders: {
      'correlation-id': { hmac: false },
      'user-agent': { hmac: false },
      'x-correlation-id': { hmac: false },
    },
  },
  failedLogins: {},
  moves: [],
  wakes: {},
  closing: [],
});

const openAsDev = (tx: Transaction, rootToken: string): void => {
  const keys = makeKeys(tx, 1, 1);
  const progress = { nonce: '', shares: [] };
  const devKey = base64(keys.shares[0] ?? new Uint8Array());
  tx.set({ seal: { initialized: true, sealed: false, shares: 1, threshold: 1, keyHash: keys.hash, progress, devKey } });
  addOwnMounts(tx);
  addRootToken(tx, rootToken, 'auth/token/create', 'token');
  addMount(tx, {
    class: 'secret',
    path: 'secret/',
    type: 'kv',
    description: 'key/value secret storage',
    options: { version: '2' },
  });
};

/** The state of a Vault that has just started. */
export const initialState = (setup: VaultSetup, moment: Moment, registry: Registry): VaultState => {
  const tx = new Transaction(blank(setup.version, moment), moment, registry);
  const cluster = { name: `vault-cluster-${tx.random.hex(8)}`, id: tx.random.uuid() };
  tx.set({ cluster, barrierKey: tx.random.hex(64) });
  if (setup.mode === 'dev') openAsDev(tx, setup.rootToken ?? 'root');
  return tx.state;
};
