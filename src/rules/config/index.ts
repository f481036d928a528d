import type { Rule } from '../rule.ts';
import { configHostIsVault } from './host-is-vault.ts';
import { configIssuerUnchecked } from './issuer-unchecked.ts';
import { configRefused } from './refused.ts';
import { configReviewerJwt } from './reviewer-jwt.ts';
import { configUnknownParameter } from './unknown-parameter.ts';

/** Rules about the Kubernetes auth method's configuration. A new one is a file and a line here. */
export const configRules: readonly Rule[] = [
  configHostIsVault,
  configIssuerUnchecked,
  configRefused,
  configReviewerJwt,
  configUnknownParameter,
];
