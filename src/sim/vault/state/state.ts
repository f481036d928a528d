import type { Mount } from '../framework/index.ts';
import type { VersionName } from '../versions.ts';
import type { Table } from './table.ts';

/** A service token as Vault stores it, with the lease that ends it. Moments: Unix milliseconds; spans: seconds. */
export interface StoredToken {
  readonly accessor: string;
  /** Token id of the parent; '' for an orphan. */
  readonly parent: string;
  readonly policies: readonly string[];
  readonly displayName: string;
  readonly entityId: string;
  /** Route it was made by: `auth/kubernetes/login`. Prefix of its lease id. */
  readonly path: string;
  readonly meta: Readonly<Record<string, string>> | null;
  readonly created: number;
  /** TTL at creation; 0: does not end. */
  readonly ttl: number;
  readonly explicitMaxTtl: number;
  readonly period: number;
  /** 0: unlimited; -1: the last use is being made. */
  readonly uses: number;
  readonly boundCidrs?: readonly string[];
  /** Role of the token store that it was made by. */
  readonly role?: string;
  readonly renewable: boolean;
  /** When it ends; left out: never. */
  readonly due?: number;
  readonly renewed?: number;
  /** What its lease remembers for renewals. */
  readonly lease: TokenLease;
}

export interface TokenLease {
  /** TTL last granted. */
  readonly ttl: number;
  readonly maxTtl: number;
  readonly period: number;
  readonly explicitMaxTtl: number;
  readonly orphan: boolean;
  readonly internal?: Readonly<Record<string, unknown>>;
  /** `num_uses` as the creation answered it. */
  readonly uses: number;
}

/** What a batch token carries inside itself. */
export interface BatchToken {
  readonly parent: string;
  readonly policies: readonly string[];
  readonly displayName: string;
  readonly entityId: string;
  readonly path: string;
  readonly meta: Readonly<Record<string, string>> | null;
  readonly created: number;
  readonly ttl: number;
  readonly explicitMaxTtl: number;
  readonly boundCidrs?: readonly string[];
  readonly role?: string;
}

/** A lease of a dynamic secret. */
export interface StoredLease {
  readonly token: string;
  /** Mount's storage id: survives a move of the mount. */
  readonly mount: string;
  readonly type: string;
  readonly internal: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
  readonly issued: number;
  readonly renewed?: number;
  readonly renewable: boolean;
  readonly ttl: number;
  readonly maxTtl: number;
  readonly due: number;
  /** Failed attempts to revoke it. */
  readonly attempts?: number;
}

export interface MountConfig {
  /** Seconds; 0: the system's. */
  readonly defaultLease: number;
  readonly maxLease: number;
  readonly forceNoCache: boolean;
  /** Auth mounts; '' while never set: shown as `default-service`. */
  readonly tokenType: string;
  readonly listingVisibility: string;
  readonly passthroughHeaders?: readonly string[];
  readonly allowedResponseHeaders?: readonly string[];
  readonly auditNonHmacRequestKeys?: readonly string[];
  readonly auditNonHmacResponseKeys?: readonly string[];
  readonly allowedManagedKeys?: readonly string[];
  readonly userLockout?: UserLockout;
}

/** Bounds of the lockout after wrong passwords; seconds. */
export interface UserLockout {
  readonly threshold: number;
  readonly duration: number;
  readonly counterReset: number;
  readonly disabled: boolean;
}

export interface MountEntry extends Mount {
  readonly description: string;
  readonly local: boolean;
  readonly sealWrap: boolean;
  readonly config: MountConfig;
  /** Made by Vault itself; neither disabled nor moved. */
  readonly system: boolean;
  readonly pluginVersion: string;
}

export interface AuditDevice {
  /** `file/` */
  readonly path: string;
  readonly type: string;
  readonly description: string;
  readonly local: boolean;
  readonly options: Readonly<Record<string, string>>;
  /** Key of the device's HMACs. */
  readonly salt: string;
}

/** Shares collected towards a threshold. */
export interface Progress {
  readonly nonce: string;
  readonly shares: readonly string[];
}

export interface SealState {
  readonly initialized: boolean;
  readonly sealed: boolean;
  /** Shamir's n and t. */
  readonly shares: number;
  readonly threshold: number;
  /** SHA-256 of the unseal key, hexadecimal: proves a combination of shares. */
  readonly keyHash: string;
  readonly progress: Progress;
  /** Dev mode: the only key share in base64, which the server prints at its start. */
  readonly devKey?: string;
}

export interface RootGeneration extends Progress {
  readonly started: boolean;
  readonly otp: string;
}

/** New unseal keys in the making. */
export interface Rekey extends Progress {
  readonly started: boolean;
  readonly newShares: number;
  readonly newThreshold: number;
}

export interface FailedLogins {
  readonly count: number;
  /** Unix milliseconds of the last failure. */
  readonly last: number;
}

/** A mount that is, or was, on its way to another path. */
export interface Move {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Unix milliseconds at which it is done. */
  readonly due: number;
  readonly status: 'in-progress' | 'success' | 'failure';
}

/** What `sys/config/*` sets. */
export interface Settings {
  /** Left out: off. */
  readonly cors?: { readonly origins: readonly string[]; readonly headers: readonly string[] };
  /** Request headers that audit logs show, by name in lower case; `hmac`: not readable. */
  readonly auditedHeaders: Readonly<Record<string, { readonly hmac: boolean }>>;
}

/** One Vault server, as plain JSON. Replaced, never changed in place. */
export interface VaultState {
  readonly version: VersionName;
  /** Unix milliseconds the process began. */
  readonly started: number;
  readonly cluster: { readonly name: string; readonly id: string };
  readonly seal: SealState;
  /** A node of a cluster that is not the active one; left out: it stands alone and is active. */
  readonly standby?: boolean;
  readonly rootGeneration: RootGeneration;
  readonly rekey: Rekey;
  /** Encryption key's term, age, and use. */
  readonly keyring: { readonly term: number; readonly installed: number; readonly encryptions: number };
  /** Key of batch tokens. */
  readonly barrierKey: string;
  /** By route: `secret/`, `auth/token/`. */
  readonly mounts: Readonly<Record<string, MountEntry>>;
  /** By mount uuid. */
  readonly storage: Readonly<Record<string, unknown>>;
  /** Texts by name; `root` has none. */
  readonly policies: Readonly<Record<string, string>>;
  readonly tokens: Table<StoredToken>;
  /** Token ids by accessor. */
  readonly accessors: Table<string>;
  readonly leases: Table<StoredLease>;
  /** What ends with a token: its children (token ids) and its leases (lease ids). */
  readonly dependents: Table<Table<'token' | 'lease'>>;
  readonly audit: Readonly<Record<string, AuditDevice>>;
  /** Why files of audit devices cannot be written: `no space left on device`; left out: they can. */
  readonly auditTrouble?: string;
  readonly settings: Settings;
  /** By `<mount accessor>/<alias name>`. */
  readonly failedLogins: Readonly<Record<string, FailedLogins>>;
  /** Those that are over too: their status can be asked for. */
  readonly moves: readonly Move[];
  /** By mount uuid: Unix milliseconds at which its backend has something to do. */
  readonly wakes: Readonly<Record<string, number>>;
  /** Mounts that were disabled and whose backends have not heard of it. */
  readonly closing: readonly MountEntry[];
}
