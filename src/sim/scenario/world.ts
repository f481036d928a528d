import type { Wall } from '../kernel/index.ts';

/** A starting point: what exists before a learner does anything. `content/worlds/*.yaml` is read into this. */
export interface WorldDefinition {
  readonly title: string;
  readonly about: string;
  /** Seed of the world's random numbers. */
  readonly seed: number;
  /** RFC 3339; the model's own epoch when left out. */
  readonly epoch?: string | undefined;
  readonly vault: {
    readonly version: '1.19' | '1.21';
    /** Whether Vault runs in the cluster and has a ServiceAccount of its own. */
    readonly place: 'inside' | 'outside';
  };
  /** Whether a PostgreSQL answers at `postgresql:5432`: superuser `vault` with the password `vault`. */
  readonly database?: boolean | undefined;
  /** The operator's files, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** Commands that the operator has run before time 0. */
  readonly setup: readonly string[];
}

/** The releases whose behavior the model has, by the line they belong to. */
export const VAULT_RELEASES = { '1.19': '1.19.5', '1.21': '1.21.1' } as const;

/** Unix milliseconds of a definition's epoch, or `undefined` for the model's own. */
export const epochOf = (definition: WorldDefinition): Wall | undefined => {
  const at = definition.epoch === undefined ? Number.NaN : Date.parse(definition.epoch);
  return Number.isNaN(at) ? undefined : at;
};
