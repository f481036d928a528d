import { type TokenParams, tokenParamsData } from '../framework/index.ts';

/** A role as stored. Source: vault-plugin-auth-kubernetes: path_role.go (roleStorageEntry). */
export interface Role {
  readonly tokens: Readonly<TokenParams>;
  readonly names: readonly string[];
  /** `null` until a list was given. */
  readonly namespaces: readonly string[] | null;
  /** Text as given, JSON or YAML; '' where there is none. */
  readonly selector: string;
  readonly audience: string;
  readonly aliasNameSource: string;
}

export const ALIAS_NAME_SOURCES = ['serviceaccount_uid', 'serviceaccount_name'] as const;

/** The answer to a read. */
export const roleData = (role: Role): Record<string, unknown> => ({
  ...tokenParamsData(role.tokens),
  ...(role.audience === '' ? {} : { audience: role.audience }),
  alias_name_source: role.aliasNameSource,
  bound_service_account_names: role.names,
  bound_service_account_namespaces: role.namespaces,
  bound_service_account_namespace_selector: role.selector,
});
