/** What `auth/<mount>/config` keeps. Source: vault-plugin-auth-kubernetes: path_config.go, backend.go. */

/** As stored; the effective values may come from Vault's own Pod, see `local-files.ts`. */
export interface Config {
  /** As written, never looked at until a login: URL, `host:port` or anything. */
  readonly host: string;
  readonly caCert: string;
  readonly reviewerJwt: string;
  readonly pemKeys: readonly string[];
  readonly issuer: string;
  readonly disableIssValidation: boolean;
  readonly disableLocalCaJwt: boolean;
  readonly annotationsAsMetadata: boolean;
}

/** The answer to a read: stored values, the reviewer's token never shown. */
export const configData = (config: Config): Record<string, unknown> => ({
  disable_iss_validation: config.disableIssValidation,
  disable_local_ca_jwt: config.disableLocalCaJwt,
  issuer: config.issuer,
  kubernetes_ca_cert: config.caCert,
  kubernetes_host: config.host,
  pem_keys: config.pemKeys,
  token_reviewer_jwt_set: config.reviewerJwt !== '',
  use_annotations_as_alias_metadata: config.annotationsAsMetadata,
});

/**
 * The issuer that a token must have, or `undefined` where none is checked. With validation on and no issuer configured
 * the plugin sets its old default too late, so nothing is checked then (path_login.go, parseAndValidateJWT).
 */
export const expectedIssuer = (config: Config): string | undefined =>
  config.disableIssValidation || config.issuer === '' ? undefined : config.issuer;
