/** The shape of the recordings; see recordings/README.md. */
export interface Exchange {
  readonly to: 'vault' | 'kubernetes' | 'injector';
  readonly method: string;
  readonly path: string;
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly body?: unknown;
  readonly status?: number;
  readonly response?: unknown;
  readonly log?: readonly string[];
  readonly closed?: true;
  readonly vaultConfig?: Readonly<Record<string, unknown>>;
}

export interface Wait {
  readonly wait: number;
}

export interface Mint {
  readonly mint: {
    readonly claims: Readonly<Record<string, unknown>>;
    readonly key: 'cluster' | 'other' | 'none';
    readonly alg: string;
  };
  readonly jwt: string;
}

export interface FileLines {
  readonly file: string;
  readonly lines: readonly unknown[];
}

export interface Case {
  readonly id: string;
  readonly title: string;
  readonly vault?: string;
  readonly steps: readonly object[];
}

export interface Recording {
  readonly family: string;
  readonly systems: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
}

/** What a player says of one case. */
export interface Outcome {
  /** `family/case`. */
  readonly id: string;
  readonly identical: number;
  readonly total: number;
  /** The first thing that differs, in words. */
  readonly difference?: string;
}
