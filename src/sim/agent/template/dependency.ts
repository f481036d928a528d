/** Something a template needs from outside, as the runner watches it. */
interface Named {
  /** As the logs name it: `vault.read(secret/data/foo)`. */
  readonly name: string;
  /** As written: below `/v1/` for Vault and Consul, a file's path. */
  readonly path: string;
  /** Query without `?`. */
  readonly query: string;
}

export type Dependency =
  | (Named & { readonly kind: 'read' | 'list' | 'consul' | 'file' })
  | (Named & { readonly kind: 'write'; readonly data: Readonly<Record<string, unknown>> })
  | (Named & { readonly kind: 'pki'; readonly data: Readonly<Record<string, unknown>>; readonly file: string });
