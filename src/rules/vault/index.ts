import type { Rule } from '../rule.ts';
import { vaultAuthPrefix } from './auth-prefix.ts';
import { vaultMountedTwice } from './mounted-twice.ts';
import { vaultUnknownAuth } from './unknown-auth.ts';
import { vaultUnknownEngine } from './unknown-engine.ts';

/** Rules about Vault's configuration. A new one is a file and a line here. */
export const vaultRules: readonly Rule[] = [vaultAuthPrefix, vaultMountedTwice, vaultUnknownAuth, vaultUnknownEngine];
