/** Every difference between the two releases of Vault that a world can ask for. Source: recordings of both. */

export type VersionName = '1.19' | '1.21';

/** One release. Fields that are booleans read as "this release does so". */
export interface Version {
  /** As `sys/health` prints it. */
  readonly version: string;
  readonly buildDate: string;
  /** Plugin versions where they differ from `v<version>+builtin.vault`, by plugin type. */
  readonly plugins: Readonly<Record<string, string>>;
  /** A Kubernetes role write or login whose role has no audience says so. */
  readonly audienceWarning: boolean;
  /** Bodies are read by the strict decoder: no duplicate keys, nothing after the object, Go's own error texts with 500. */
  readonly strictJson: boolean;
  /** The HCL parser reports a list closed by a brace where it happens. */
  readonly hclListErrors: boolean;
  /** Each element of a list parameter is compared with `allowed_parameters`, not the list as a whole. */
  readonly listParametersPerElement: boolean;
  /** KV v2 metadata names who wrote and deleted a version. */
  readonly kvAttribution: boolean;
  /** `sys/internal/ui/resultant-acl` lists rules with `+`. */
  readonly resultantAclSegments: boolean;
}

const builtin = (kubernetes: string, kv: string) => ({
  kubernetes: `v${kubernetes}+builtin`,
  kv: `v${kv}+builtin`,
});

export const versions: Readonly<Record<VersionName, Version>> = {
  '1.19': {
    version: '1.19.5',
    buildDate: '2025-05-29T09:17:06Z',
    plugins: builtin('0.21.0', '0.21.0'),
    audienceWarning: false,
    strictJson: false,
    hclListErrors: false,
    listParametersPerElement: false,
    kvAttribution: false,
    resultantAclSegments: false,
  },
  '1.21': {
    version: '1.21.1',
    buildDate: '2025-11-18T13:04:32Z',
    plugins: builtin('0.23.0', '0.25.0'),
    audienceWarning: true,
    strictJson: true,
    hclListErrors: true,
    listParametersPerElement: true,
    kvAttribution: true,
    resultantAclSegments: true,
  },
};
