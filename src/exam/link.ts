/** An exam as a link: `#b=kubernetes-auth-short&seed=red&bank=h200u74274`. All of it stays behind the `#`. */

/** Everything that determines which items are drawn. */
export interface Recipe {
  /** The id of the blueprint. */
  readonly blueprint: string;
  readonly seed: string;
  /** The version of the bank it was made with. */
  readonly bank: string;
  /** Ids of items that were left out because somebody answered them lately; empty in links for a class. */
  readonly resting: readonly string[];
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A set of the bank's items, six to a character, in the order of the bank. */
const pack = (ids: readonly string[], bank: readonly string[]): string => {
  const chosen = new Set(ids);
  let text = '';
  for (let i = 0; i < bank.length; i += 6) {
    let bits = 0;
    for (let j = 0; j < 6; j++) if (chosen.has(bank[i + j] ?? '')) bits |= 1 << j;
    text += DIGITS[bits];
  }
  return text.replace(/A+$/, '');
};

const unpack = (text: string, bank: readonly string[]): readonly string[] =>
  bank.filter((_, i) => (DIGITS.indexOf(text[Math.floor(i / 6)] ?? 'A') >> (i % 6)) & 1);

/** @param bank ids of all items, in the bank's order */
export const recipeLink = ({ blueprint, seed, bank: version, resting }: Recipe, bank: readonly string[]): string => {
  const query = new URLSearchParams({ b: blueprint, seed, bank: version });
  const without = pack(resting, bank);
  if (without !== '') query.set('without', without);
  return `#${query}`;
};

/** Longest seed that is taken from a link. */
const LONGEST_SEED = 60;

/**
 * Reads a link; null when it names no exam. What a link of another version of the bank leaves out cannot be told, so
 * nothing is left out then.
 * @param version of this bank
 */
export const readRecipe = (hash: string, bank: readonly string[], version: string): Recipe | null => {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const blueprint = query.get('b');
  const seed = query.get('seed')?.trim().slice(0, LONGEST_SEED) ?? '';
  if (blueprint === null || seed === '') return null;
  const made = query.get('bank') ?? version;
  return {
    blueprint,
    seed,
    bank: made,
    resting: made === version ? unpack(query.get('without') ?? '', bank) : [],
  };
};
