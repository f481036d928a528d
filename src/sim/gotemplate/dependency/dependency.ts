/**
 * What a template needs from outside, as plain JSON, with the name logs give it. Source: consul-template 0.39.1, the
 * version in Vault 1.19.5, package dependency. Texts here are ordinary text, not byte strings.
 */

export interface VaultRead {
  type: 'vault.read';
  path: string;
  /** Query parameters after `?`, in order of appearance. */
  query: Record<string, string[]>;
}
export interface VaultWrite {
  type: 'vault.write';
  path: string;
  data: Record<string, string>;
}
export interface VaultList {
  type: 'vault.list';
  path: string;
}
export interface VaultPki {
  type: 'vault.pki';
  path: string;
  data: Record<string, string>;
  /** The template's own destination, where a certificate from before is looked for. */
  destination: string;
}
export interface FileContent {
  type: 'file';
  path: string;
}
/** Anything asked of a Consul or Nomad agent, which the model has none of: the request fails to connect. */
export interface ForeignApi {
  type: 'consul' | 'nomad';
  /** As logs name it: `kv.block(x)`. */
  name: string;
  /** Path and query of the first request: `/v1/kv/x?stale=&wait=60000ms`. */
  url: string;
}

export type Dependency = VaultRead | VaultWrite | VaultList | VaultPki | FileContent | ForeignApi;
