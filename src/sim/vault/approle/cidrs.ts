/** Blocks that bind secret ids. Source: vault: approle/validation.go, sdk/helper/cidrutil. */
import { addressAllowed, goError, goQuote, parseAddresses } from '../framework/index.ts';

/** The first text that is no block (`a/n`), in Go's words. */
const invalidBlock = (blocks: readonly string[]): string | undefined => {
  const bad = blocks.find((block) => !/^[0-9a-f.:]+\/\d+$/i.test(block) || 'error' in parseAddresses([block]));
  return bad === undefined ? undefined : `invalid CIDR address: ${bad}`;
};

/** @throws VaultError (500) */
export const checkBlocks = (blocks: readonly string[], what = 'CIDR blocks'): void => {
  const bad = invalidBlock(blocks);
  if (bad !== undefined) throw goError(`failed to validate ${what}: ${bad}`);
};

const prefix = (block: string): number => Number(block.split('/')[1] ?? (block.includes(':') ? 128 : 32));

const within = (block: string, outer: string): boolean =>
  prefix(block) >= prefix(outer) && addressAllowed(block.split('/')[0] ?? '', [outer]);

const list = (blocks: readonly string[]): string => `[${blocks.map(goQuote).join(' ')}]`;

/**
 * What a secret id is bound to must lie within what its role is bound to.
 * @throws VaultError (500); the end of its text is a flaw of the real program
 */
export const checkSubset = (blocks: readonly string[], roles: readonly string[]): void => {
  if (roles.length === 0 || blocks.every((block) => roles.some((outer) => within(block, outer)))) return;
  const outer = roles.map((block) => (block.includes('/') ? block : `${block}/32`));
  throw goError(
    `failed to verify subset relationship between CIDR blocks on the role ${list(outer)} and CIDR blocks on the secret ID ${list(blocks)}: %!w(<nil>)`,
  );
};
