import type { Attribution } from './attribution.ts';
import { emptyFolder, type Folder } from './tree.ts';

/** A secret's content: a JSON object, or null when `"data": null` was written. */
export type Content = Readonly<Record<string, unknown>> | null;

/** One version of a secret. Times are Unix milliseconds. */
export interface SecretVersion {
  readonly created: number;
  /** When it counts as deleted, possibly in the future; null: never. */
  deletion: number | null;
  destroyed: boolean;
  /** Null once destroyed. */
  content: Content;
  readonly createdBy: Attribution | null;
  deletedBy: Attribution | null;
}

/** A key of version 2 with its versions. */
export interface SecretKey {
  /** By number; pruned ones are gone. */
  readonly versions: Record<string, SecretVersion>;
  /** 0 until a version is written. */
  current: number;
  /** 0 until versions were pruned. */
  oldest: number;
  created: number;
  updated: number;
  maxVersions: number;
  casRequired: boolean;
  /** Seconds; 0: not set. */
  deleteVersionAfter: number;
  customMetadata: Readonly<Record<string, string>> | null;
  lastUpdatedBy: Attribution | null;
}

/** Settings of a version 2 mount. */
export interface Settings {
  /** 0: not set, ten are kept. */
  maxVersions: number;
  casRequired: boolean;
  /** Seconds; 0: not set; negative: keys' own settings are off too. */
  deleteVersionAfter: number;
}

/** What a mount of type kv keeps. Version 1 uses `plain`, version 2 the rest. */
export interface Storage {
  plain: Folder<Readonly<Record<string, unknown>>>;
  keys: Folder<SecretKey>;
  readonly settings: Settings;
  /** Unix milliseconds until which an upgrade from version 1 goes on; null: none does. */
  upgradingUntil: number | null;
}

export const emptyStorage = (): Storage => ({
  plain: emptyFolder(),
  keys: emptyFolder(),
  settings: { maxVersions: 0, casRequired: false, deleteVersionAfter: 0 },
  upgradingUntil: null,
});
