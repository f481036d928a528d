/** User names and passwords that Vault makes up. */
import type { Core } from '../framework/index.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const RULES = [LOWER, UPPER, DIGITS, '-'];
const LENGTH = 20;

/** Twenty characters, of each kind at least one. (vault: sdk/helper/base62 … helper/random, DefaultStringGenerator) */
export const newPassword = ({ random }: Core): string => {
  for (;;) {
    const password = random.text(LENGTH, RULES.join(''));
    if (RULES.every((rule) => [...rule].some((character) => password.includes(character)))) return password;
  }
};

/** `v-<who>-<role>-<20>-<unix>`, cut to the 63 characters that PostgreSQL keeps. (plugins/database/postgresql) */
export const newUsername = ({ random, wall }: Core, displayName: string, role: string): string =>
  `v-${displayName.slice(0, 8)}-${role.slice(0, 8)}-${random.text(20)}-${Math.floor(wall / 1000)}`.slice(0, 63);
