/** Every difference between the two releases of Vault that a world can ask for. Source: recordings of both. */

export type VersionName = '1.19' | '1.21';

/** One release. Fields that are booleans read as "this release does so". */
export interface Version {
  /** As `sys/health` prints it. */
  readonly version: string;
  /** Plugin versions where they differ from `v<version>+builtin.vault`, by plugin type. */
  readonly plugins: Readonly<Record<string, string>>;
  /** A Kubernetes role write or login whose role has no audience says so. */
  readonly audienceWarning: boolean;
  /** The JWT library puts its own name before its complaint about an algorithm. */
  readonly joseNamesItself: boolean;
  /** Bodies are read by the strict decoder: no duplicate keys, nothing after the object, Go's own error texts with 500. */
  readonly strictJson: boolean;
  /** The HCL library is the stricter one: a list closed by a brace is reported where it happens, a key may be set once. */
  readonly hclListErrors: boolean;
  /** Policies may name the capability `recover` (an Enterprise feature, but every Vault parses it). */
  readonly recoverCapability: boolean;
  /** Each element of a list parameter is compared with `allowed_parameters`, not the list as a whole. */
  readonly listParametersPerElement: boolean;
  /** KV v2 metadata names who wrote and deleted a version. */
  readonly kvAttribution: boolean;
  /** `sys/internal/ui/resultant-acl` lists rules with `+`. */
  readonly resultantAclSegments: boolean;
  /** Milliseconds until a moved mount answers at its new path: a race in the real ones that the recordings caught. */
  readonly moveDelay: number;
  /** `sys/config/state/sanitized` knows the settings for prefixes of audit logs and for irrevocable leases. */
  readonly newSettings: boolean;
  /** As `sys/ha-status` shows it. */
  readonly clusterAddress: string;
}

const builtin = (kubernetes: string, kv: string) => ({
  kubernetes: `v${kubernetes}+builtin`,
  kv: `v${kv}+builtin`,
});

export const versions: Readonly<Record<VersionName, Version>> = {
  '1.19': {
    version: '1.19.5',
    plugins: builtin('0.21.0', '0.21.0'),
    audienceWarning: false,
    joseNamesItself: true,
    strictJson: false,
    hclListErrors: false,
    recoverCapability: false,
    listParametersPerElement: false,
    kvAttribution: false,
    resultantAclSegments: false,
    moveDelay: 0,
    newSettings: false,
    clusterAddress: 'https://vault:8200',
  },
  '1.21': {
    version: '1.21.1',
    plugins: builtin('0.23.1', '0.25.0'),
    audienceWarning: true,
    joseNamesItself: false,
    strictJson: true,
    hclListErrors: true,
    recoverCapability: true,
    listParametersPerElement: true,
    kvAttribution: true,
    resultantAclSegments: true,
    moveDelay: 100,
    newSettings: true,
    clusterAddress: 'https://vault:8201',
  },
};

/** The modelled release of a version as a world writes it: `1.21`, `1.21.1`, `v1.19.5`; anything else is 1.19. */
export const versionName = (text: string | undefined): VersionName =>
  /^v?1\.21(\.|$)/.test(text ?? '') ? '1.21' : '1.19';
