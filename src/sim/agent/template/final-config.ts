import type { TemplateStanza } from '../config/config.ts';
import type { Mounts } from '../files.ts';
import { TEMPLATING_USER_AGENT } from '../version.ts';
import type { Retry } from './retry.ts';

/** What the runner prints of its configuration at level debug. Source: consul-template: config/config.go. */

export interface RunnerSettings {
  /** Where the engine believes Vault is. */
  readonly address: string;
  readonly namespace: string;
  readonly retry: Retry;
  /** Seconds. */
  readonly staticInterval: number;
  readonly threshold: number;
  readonly maxConnections: number;
  readonly tls: { readonly enabled: boolean; readonly verify: boolean; readonly caCert: string };
  readonly level: string;
  readonly templates: readonly TemplateStanza[];
  readonly mounts: Mounts;
}

const ns = (milliseconds: number): number => milliseconds * 1e6;

const environment = { Denylist: [], Custom: [], Pristine: false, Allowlist: [] };
const transport = (perHost: number) => ({
  CustomDialer: null,
  DialKeepAlive: ns(30_000),
  DialTimeout: ns(30_000),
  DisableKeepAlives: false,
  IdleConnTimeout: ns(5_000),
  MaxIdleConns: 0,
  MaxIdleConnsPerHost: 100,
  MaxConnsPerHost: perHost,
  TLSHandshakeTimeout: ns(10_000),
});
const noSsl = {
  CaCert: '',
  CaCertBytes: '',
  CaPath: '',
  Cert: '',
  Enabled: false,
  Key: '',
  ServerName: '',
  Verify: true,
};
const retryDefaults = { Attempts: 12, Backoff: ns(250), MaxBackoff: ns(60_000), Enabled: true };
const SIGINT = 2;
const SIGHUP = 1;

const exec = (command: readonly string[], timeout: number) => ({
  Command: command,
  Enabled: command.length > 0,
  Env: environment,
  KillSignal: SIGINT,
  KillTimeout: ns(30_000),
  ReloadSignal: null,
  Splay: 0,
  Timeout: timeout,
});

const template = (t: TemplateStanza) => ({
  Backup: t.backup,
  Command: t.command,
  CommandTimeout: ns(t.commandTimeout * 1000),
  Contents: t.contents ?? '',
  CreateDestDirs: t.createDestDirs,
  Destination: t.destination,
  ErrMissingKey: t.errorOnMissingKey,
  ErrFatal: t.errorFatal,
  Exec: exec(t.command, ns(t.commandTimeout * 1000)),
  Perms: t.perms,
  User: t.user,
  Uid: null,
  Group: t.group,
  Gid: null,
  Source: t.source ?? '',
  Wait: { Enabled: t.wait !== null, Min: ns((t.wait?.min ?? 0) * 1000), Max: ns((t.wait?.max ?? 0) * 1000) },
  LeftDelim: t.leftDelimiter,
  RightDelim: t.rightDelimiter,
  FunctionDenylist: [],
  SandboxPath: '',
  MapToEnvironmentVariable: t.environmentVariable,
});

/** The configuration as one line of JSON. @param authenticated has a token been given to the runner? */
export const finalConfig = (s: RunnerSettings, authenticated: boolean): string =>
  JSON.stringify({
    Consul: {
      Address: '',
      Namespace: '',
      Auth: { Enabled: false, Username: '' },
      Retry: retryDefaults,
      SSL: noSsl,
      Token: '',
      TokenFile: '',
      Transport: transport(0),
    },
    Dedup: {
      Enabled: false,
      MaxStale: ns(2_000),
      Prefix: 'consul-template/dedup/',
      TTL: ns(15_000),
      BlockQueryWaitTime: ns(60_000),
    },
    DefaultDelims: { Left: null, Right: null },
    Exec: exec([], 0),
    KillSignal: SIGINT,
    LogLevel: s.level.toUpperCase(),
    FileLog: { LogFilePath: '', LogRotateBytes: 0, LogRotateDuration: ns(86_400_000), LogRotateMaxFiles: 0 },
    MaxStale: ns(2_000),
    PidFile: '',
    ReloadSignal: SIGHUP,
    Syslog: { Enabled: false, Facility: 'LOCAL0', Name: 'consul-template' },
    Templates: s.templates.map(template),
    TemplateErrFatal: null,
    Vault: {
      Address: s.address,
      Enabled: true,
      Namespace: s.namespace,
      RenewToken: false,
      Retry: {
        Attempts: s.retry.attempts,
        Backoff: ns(s.retry.base),
        MaxBackoff: ns(s.retry.cap),
        Enabled: s.retry.enabled,
      },
      SSL: { ...noSsl, Enabled: s.tls.enabled, Verify: s.tls.verify, CaCert: s.tls.caCert },
      Transport: transport(s.maxConnections),
      UnwrapToken: false,
      ClientUserAgent: authenticated ? TEMPLATING_USER_AGENT : null,
      DefaultLeaseDuration: ns(s.staticInterval * 1000),
      LeaseRenewalThreshold: s.threshold,
      K8SAuthRoleName: '',
      K8SServiceAccountTokenPath: '/run/secrets/kubernetes.io/serviceaccount/token',
      K8SServiceAccountToken: '',
      K8SServiceMountPath: 'kubernetes',
    },
    Nomad: {
      Address: '',
      Enabled: false,
      Namespace: '',
      SSL: noSsl,
      AuthUsername: '',
      AuthPassword: '',
      Transport: transport(0),
      Retry: retryDefaults,
    },
    Wait: { Enabled: false, Min: 0, Max: 0 },
    Once: false,
    ParseOnly: false,
    BlockQueryWaitTime: ns(60_000),
    ErrOnFailedLookup: false,
  });
