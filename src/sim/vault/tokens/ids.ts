import type { Random } from '../../kernel/random.ts';

/** Every service token that Vault makes up begins so; batch tokens begin with `hvb.`. (vault: sdk/helper/consts/token_consts.go) */
export const SERVICE_PREFIX = 'hvs.';
export const BATCH_PREFIX = 'hvb.';

const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * A service token as clients see it: `hvs.CAESI…`, 95 characters. The real one is a signed message around a shorter id;
 * here the text itself is the id.
 */
export const newTokenId = (random: Random): string => `${SERVICE_PREFIX}CAESI${random.text(86, URL_SAFE)}`;

/** A root token, short: `hvs.` and 24 characters. */
export const newRootTokenId = (random: Random): string => SERVICE_PREFIX + random.text(24);

/** 24 base-62 characters. */
export const newAccessorId = (random: Random): string => random.text(24);
