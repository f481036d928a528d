/**
 * Short ids from content, for parts of a question that carry no id of their own (an option, a step, a side of a pair).
 * The id follows the text, not the position: reordering keeps it, rewording makes a new one.
 */

const FNV_PRIME = 0x0100_0193;

const fnv1a = (text: string, seed: number): number => {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), FNV_PRIME);
  return h >>> 0;
};

/** 52 bits of a text's digest as ten base-36 digits (two runs of FNV-1a; not cryptographic). */
export const digest = (text: string): string => {
  const low = fnv1a(text, 0x811c_9dc5);
  const high = fnv1a(text, low ^ 0x9e37_79b9) & 0xf_ffff;
  return (high * 0x1_0000_0000 + low).toString(36).padStart(10, '0').slice(-10);
};

/** The id of a part by its text: six base-36 digits, unaffected by spacing. */
export const contentId = (text: string): string => digest(text.trim().replace(/\s+/g, ' ')).slice(-6);
