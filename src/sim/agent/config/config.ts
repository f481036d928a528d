/** A Vault Agent's configuration. Durations in seconds unless said. Source: vault: command/agent/config/config.go. */

export interface AgentConfig {
  readonly exitAfterAuth: boolean;
  readonly pidFile: string;
  readonly logLevel: string;
  readonly vault: VaultConfig;
  readonly autoAuth: AutoAuthConfig | null;
  readonly listeners: readonly ListenerConfig[];
  readonly apiProxy: TokenUse | null;
  readonly cache: CacheConfig | null;
  readonly templateConfig: TemplateConfig | null;
  readonly templates: readonly TemplateStanza[];
  readonly envTemplates: readonly TemplateStanza[];
  readonly exec: ExecConfig | null;
}

export interface VaultConfig {
  /** `''`: `https://127.0.0.1:8200` */
  readonly address: string;
  readonly namespace: string;
  readonly tlsSkipVerify: boolean;
  readonly caCert: string;
  /** `retry.num_retries`: 0 stands for the default, −1 for none. */
  readonly retries: number;
}

export interface AutoAuthConfig {
  readonly method: {
    readonly type: string;
    readonly mountPath: string;
    readonly wrapTtl: number;
    readonly minBackoff: number;
    readonly maxBackoff: number;
    readonly namespace: string;
    readonly exitOnError: boolean;
    readonly config: Readonly<Record<string, unknown>> | undefined;
  };
  readonly sinks: readonly SinkStanza[];
}

export interface SinkStanza {
  readonly type: string;
  readonly wrapTtl: number;
  readonly config: Readonly<Record<string, unknown>>;
}

/** May requests through a listener use the auto-auth token? `force`: even when they bring one of their own. */
export interface TokenUse {
  readonly useAutoAuthToken: boolean | 'force';
}

export interface CacheConfig extends Partial<TokenUse> {
  readonly persist: {
    readonly type: string;
    readonly path: string;
    readonly keepAfterImport: boolean;
    readonly exitOnError: boolean;
  } | null;
}

export interface ListenerConfig {
  readonly type: string;
  /** `127.0.0.1:8200` */
  readonly address: string;
  readonly requireRequestHeader: boolean;
  readonly role: string;
  readonly enableQuit: boolean;
}

export interface TemplateConfig {
  readonly exitOnRetryFailure: boolean;
  /** 0: the default of five minutes. */
  readonly staticSecretRenderInterval: number;
  readonly maxConnectionsPerHost: number;
  readonly leaseRenewalThreshold: number;
}

export interface TemplateStanza {
  readonly contents: string | null;
  readonly source: string | null;
  readonly destination: string;
  /** Permission bits; 0: those of the file that is there, or 0644. */
  readonly perms: number;
  readonly command: readonly string[];
  readonly commandTimeout: number;
  readonly errorOnMissingKey: boolean;
  readonly errorFatal: boolean;
  readonly createDestDirs: boolean;
  readonly backup: boolean;
  readonly leftDelimiter: string;
  readonly rightDelimiter: string;
  readonly user: string | null;
  readonly group: string | null;
  /** Quiescence: wait at least `min` after a change, at most `max`. */
  readonly wait: { readonly min: number; readonly max: number } | null;
  /** Of an `env_template`. */
  readonly environmentVariable: string;
}

export interface ExecConfig {
  readonly command: readonly string[];
  readonly restartOnSecretChanges: string;
}
