import type { Rule } from '../rule.ts';
import { crossAccountNotBound } from './account-not-bound.ts';
import { crossAudience } from './audience.ts';
import { crossDefaultAudience } from './default-audience.ts';
import { crossNamespaceNotBound } from './namespace-not-bound.ts';
import { crossPathNotAllowed } from './path-not-allowed.ts';
import { crossUnknownMount } from './unknown-mount.ts';
import { crossUnknownPolicy } from './unknown-policy.ts';
import { crossUnknownRole } from './unknown-role.ts';
import { crossUnusedPolicy } from './unused-policy.ts';

/** Rules about files that must fit together. A new one is a file and a line here. */
export const crossRules: readonly Rule[] = [
  crossAccountNotBound,
  crossAudience,
  crossDefaultAudience,
  crossNamespaceNotBound,
  crossPathNotAllowed,
  crossUnknownMount,
  crossUnknownPolicy,
  crossUnknownRole,
  crossUnusedPolicy,
];
