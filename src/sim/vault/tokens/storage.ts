import type { TokenType } from '../framework/index.ts';

/** A role of the token store; see StoredToken for units. `old…` are the names of before Vault 1.2, still shown on read. */
export interface TokenRole {
  name: string;
  allowedPolicies: readonly string[];
  disallowedPolicies: readonly string[];
  allowedPoliciesGlob: readonly string[];
  disallowedPoliciesGlob: readonly string[];
  allowedEntityAliases: readonly string[] | null;
  orphan: boolean;
  renewable: boolean;
  pathSuffix: string;
  type: TokenType;
  period: number;
  explicitMaxTtl: number;
  noDefaultPolicy: boolean;
  numUses: number;
  boundCidrs: readonly string[];
  oldPeriod: number;
  oldExplicitMaxTtl: number;
  oldBoundCidrs: readonly string[];
}

/** Storage of `auth/token/`. The tokens themselves are Vault's own, not the mount's. */
export interface TokenStorage {
  readonly roles: Record<string, TokenRole>;
}
