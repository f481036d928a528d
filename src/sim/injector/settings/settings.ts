/**
 * What the injector is told at its start: one description per flag. Names, defaults and the order in which they are
 * read: vault-k8s: subcommand/injector/flags.go; Helm's values: vault-helm: values.yaml, injector-deployment.yaml.
 */

export type SettingKind = 'text' | 'bool' | 'int' | 'float' | 'duration';
export type SettingValue = string | number | boolean;

export interface SettingDescription {
  /** Command line flag of `vault-k8s agent-inject`; null: none exists. */
  readonly flag: string | null;
  /** Environment variable; it wins over the flag. */
  readonly env: string;
  /** Path in the values of HashiCorp's Helm chart; null: only through `injector.extraEnvironmentVars`. */
  readonly helm: string | null;
  readonly kind: SettingKind;
  readonly fallback: SettingValue;
  readonly summary: string;
}

const describe = <const K extends SettingKind, const H extends string | null>(
  env: string,
  flag: string | null,
  helm: H,
  kind: K,
  fallback: K extends 'bool' ? boolean : K extends 'int' | 'float' ? number : string,
  summary: string,
) => ({ flag, env: `AGENT_INJECT_${env}`, helm, kind, fallback, summary });

/** In the order in which the injector reads its environment; the first that does not parse stops it. */
export const SETTINGS = {
  listen: describe('LISTEN', 'listen', 'injector.port', 'text', ':8080', 'Address the webhook listens on.'),
  logLevel: describe('LOG_LEVEL', 'log-level', 'injector.logLevel', 'text', 'info', "Level of the injector's own log."),
  logFormat: describe(
    'LOG_FORMAT',
    'log-format',
    'injector.logFormat',
    'text',
    'standard',
    "Format of the injector's own log.",
  ),
  exitOnRetryFailure: describe(
    'TEMPLATE_CONFIG_EXIT_ON_RETRY_FAILURE',
    'template-config-exit-on-retry-failure',
    'injector.agentDefaults.templateConfig.exitOnRetryFailure',
    'bool',
    true,
    'Whether Agents exit when a template has failed all its retries.',
  ),
  staticSecretRenderInterval: describe(
    'TEMPLATE_STATIC_SECRET_RENDER_INTERVAL',
    'template-static-secret-render-interval',
    'injector.agentDefaults.templateConfig.staticSecretRenderInterval',
    'text',
    '',
    'How often Agents read secrets without a lease again.',
  ),
  maxConnectionsPerHost: describe(
    'TEMPLATE_MAX_CONNECTIONS_PER_HOST',
    null,
    null,
    'int',
    0,
    "Limit of connections of an Agent's template engine to Vault.",
  ),
  leaseRenewalThreshold: describe(
    'TEMPLATE_LEASE_RENEWAL_THRESHOLD',
    null,
    null,
    'float',
    0,
    'Read at the start and then used nowhere: only the annotation works.',
  ),
  tlsAuto: describe(
    'TLS_AUTO',
    'tls-auto',
    null,
    'text',
    '',
    'Name of the webhook configuration whose caBundle the injector keeps up to date.',
  ),
  tlsAutoHosts: describe(
    'TLS_AUTO_HOSTS',
    'tls-auto-hosts',
    null,
    'text',
    '',
    'Names in the certificate the injector makes for itself.',
  ),
  tlsCaCertFile: describe('TLS_CA_CERT_FILE', 'tls-ca-cert-file', null, 'text', '', 'CA certificate file.'),
  tlsCertFile: describe(
    'TLS_CERT_FILE',
    'tls-cert-file',
    'injector.certs.certName',
    'text',
    '',
    'Certificate file of the webhook.',
  ),
  tlsKeyFile: describe(
    'TLS_KEY_FILE',
    'tls-key-file',
    'injector.certs.keyName',
    'text',
    '',
    "Key file of the webhook's certificate.",
  ),
  vaultImage: describe(
    'VAULT_IMAGE',
    'vault-image',
    'injector.agentImage',
    'text',
    'hashicorp/vault:2.0.4',
    'Image of the Agent containers.',
  ),
  vaultAddress: describe(
    'VAULT_ADDR',
    'vault-address',
    'global.externalVaultAddr',
    'text',
    '',
    'Address of Vault that Agents use. The injector does not start without.',
  ),
  vaultCaCertBytes: describe(
    'VAULT_CACERT_BYTES',
    'vault-cacert-bytes',
    null,
    'text',
    '',
    'CA certificate for Vault, PEM or PEM in base64.',
  ),
  proxyAddress: describe('PROXY_ADDR', 'proxy-address', null, 'text', '', 'HTTP proxy that Agents use.'),
  vaultAuthType: describe('VAULT_AUTH_TYPE', 'vault-auth-type', null, 'text', 'kubernetes', 'Auth method of Agents.'),
  vaultAuthPath: describe(
    'VAULT_AUTH_PATH',
    'vault-auth-path',
    'injector.authPath',
    'text',
    'auth/kubernetes',
    'Mount of the auth method.',
  ),
  vaultNamespace: describe('VAULT_NAMESPACE', 'vault-namespace', null, 'text', '', 'Namespace of Vault Enterprise.'),
  revokeOnShutdown: describe(
    'REVOKE_ON_SHUTDOWN',
    'revoke-on-shutdown',
    'injector.revokeOnShutdown',
    'bool',
    false,
    'Whether sidecars revoke their token when the Pod ends.',
  ),
  runAsUser: describe('RUN_AS_USER', 'run-as-user', null, 'text', '100', 'User id of the Agent containers.'),
  runAsGroup: describe('RUN_AS_GROUP', 'run-as-group', null, 'text', '1000', 'Group id of the Agent containers.'),
  runAsSameUser: describe(
    'RUN_AS_SAME_USER',
    'run-as-same-user',
    null,
    'bool',
    false,
    "Whether Agents take the first container's user id.",
  ),
  setSecurityContext: describe(
    'SET_SECURITY_CONTEXT',
    'set-security-context',
    null,
    'bool',
    true,
    'Whether Agent containers get a security context (Helm sets false on OpenShift).',
  ),
  telemetryPath: describe(
    'TELEMETRY_PATH',
    'telemetry-path',
    'injector.metrics.enabled',
    'text',
    '',
    "Path of the injector's metrics.",
  ),
  useLeaderElector: describe(
    'USE_LEADER_ELECTOR',
    'use-leader-elector',
    'injector.leaderElector.enabled',
    'bool',
    false,
    'Whether several injectors elect the one that makes certificates.',
  ),
  defaultTemplate: describe(
    'DEFAULT_TEMPLATE',
    'default-template',
    'injector.agentDefaults.template',
    'text',
    'map',
    'Template of a secret that has none: map or json.',
  ),
  cpuRequest: describe(
    'CPU_REQUEST',
    'cpu-request',
    'injector.agentDefaults.cpuRequest',
    'text',
    '250m',
    'CPU request of each Agent container.',
  ),
  memoryRequest: describe(
    'MEM_REQUEST',
    'memory-request',
    'injector.agentDefaults.memRequest',
    'text',
    '64Mi',
    'Memory request of each Agent container.',
  ),
  ephemeralRequest: describe(
    'EPHEMERAL_REQUEST',
    'ephemeral-storage-request',
    'injector.agentDefaults.ephemeralRequest',
    'text',
    '',
    'Ephemeral storage request of each Agent container.',
  ),
  cpuLimit: describe(
    'CPU_LIMIT',
    'cpu-limit',
    'injector.agentDefaults.cpuLimit',
    'text',
    '500m',
    'CPU limit of each Agent container.',
  ),
  memoryLimit: describe(
    'MEM_LIMIT',
    'memory-limit',
    'injector.agentDefaults.memLimit',
    'text',
    '128Mi',
    'Memory limit of each Agent container.',
  ),
  ephemeralLimit: describe(
    'EPHEMERAL_LIMIT',
    'ephemeral-storage-limit',
    'injector.agentDefaults.ephemeralLimit',
    'text',
    '',
    'Ephemeral storage limit of each Agent container.',
  ),
  tlsMinVersion: describe(
    'TLS_MIN_VERSION',
    'tls-min-version',
    null,
    'text',
    'tls12',
    'Oldest TLS version the webhook speaks.',
  ),
  tlsCipherSuites: describe(
    'TLS_CIPHER_SUITES',
    'tls-cipher-suites',
    null,
    'text',
    '',
    'Cipher suites the webhook speaks.',
  ),
  authMinBackoff: describe(
    'AUTH_MIN_BACKOFF',
    'auth-min-backoff',
    null,
    'duration',
    '',
    "First pause of an Agent's login loop.",
  ),
  authMaxBackoff: describe(
    'AUTH_MAX_BACKOFF',
    'auth-max-backoff',
    null,
    'duration',
    '',
    "Longest pause of an Agent's login loop.",
  ),
  disableIdleConnections: describe(
    'DISABLE_IDLE_CONNECTIONS',
    'disable-idle-connections',
    null,
    'text',
    '',
    'Features of Agents that keep no idle connections.',
  ),
  disableKeepAlives: describe(
    'DISABLE_KEEP_ALIVES',
    'disable-keep-alives',
    null,
    'text',
    '',
    'Features of Agents that close each connection.',
  ),
} as const satisfies Record<string, SettingDescription>;

export type SettingName = keyof typeof SETTINGS;
type ValueOf<K> = K extends 'bool' ? boolean : K extends 'int' | 'float' ? number : string;

/** The injector's settings, each by its name here. */
export type Settings = { readonly [N in SettingName]: ValueOf<(typeof SETTINGS)[N]['kind']> };

/** What an injector has that is told nothing; `vaultAddress` is empty, so it would not start. */
export const DEFAULT_SETTINGS: Settings = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, { fallback }]) => [name, fallback]),
) as Settings;

/** Settings with some of them changed. */
export const settingsWith = (some: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...some });
