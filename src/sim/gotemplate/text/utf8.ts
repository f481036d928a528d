/**
 * Go strings are bytes. Inside this folder a string holds one byte per character (U+0000–U+00FF), so that `len`,
 * `slice`, `index`, comparison and columns count as Go counts them. Text enters and leaves through `toBytes` and
 * `toText`.
 */

/** What Go yields for a byte that is no UTF-8. */
export const RUNE_ERROR = 0xfffd;

const ASCII = /^[\0-\x7f]*$/;

/** UTF-8 bytes of a rune; a surrogate or a number beyond U+10FFFF gives U+FFFD. */
export const encodeRune = (rune: number): string => {
  const r = rune < 0 || rune > 0x10ffff || (rune >= 0xd800 && rune <= 0xdfff) ? RUNE_ERROR : rune;
  if (r < 0x80) return String.fromCharCode(r);
  if (r < 0x800) return String.fromCharCode(0xc0 | (r >> 6), 0x80 | (r & 0x3f));
  if (r < 0x10000) return String.fromCharCode(0xe0 | (r >> 12), 0x80 | ((r >> 6) & 0x3f), 0x80 | (r & 0x3f));
  return String.fromCharCode(0xf0 | (r >> 18), 0x80 | ((r >> 12) & 0x3f), 0x80 | ((r >> 6) & 0x3f), 0x80 | (r & 0x3f));
};

/** A byte string from ordinary text; a lone surrogate becomes U+FFFD. */
export const toBytes = (text: string): string => {
  if (ASCII.test(text)) return text;
  let out = '';
  for (const char of text) out += encodeRune(char.codePointAt(0)!);
  return out;
};

export interface Rune {
  /** Code point, U+FFFD where the bytes are no UTF-8. */
  rune: number;
  /** Bytes taken, 0 at the end. */
  width: number;
}

const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

/** The rune that starts at byte `at`. */
export const decodeRune = (bytes: string, at: number): Rune => {
  if (at >= bytes.length) return { rune: RUNE_ERROR, width: 0 };
  const first = bytes.charCodeAt(at);
  if (first < 0x80) return { rune: first, width: 1 };
  const width = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + width > bytes.length) return { rune: RUNE_ERROR, width: 1 };
  let rune = first & (0xff >> (width + 1));
  for (let i = 1; i < width; i++) {
    const next = bytes.charCodeAt(at + i);
    if ((next & 0xc0) !== 0x80) return { rune: RUNE_ERROR, width: 1 };
    rune = (rune << 6) | (next & 0x3f);
  }
  const valid = rune >= SMALLEST[width]! && rune <= 0x10ffff && !(rune >= 0xd800 && rune <= 0xdfff);
  return valid ? { rune, width } : { rune: RUNE_ERROR, width: 1 };
};

/** The code points of a byte string, U+FFFD for each byte that is no UTF-8. */
export const runesOf = (bytes: string): number[] => {
  const out: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { rune, width } = decodeRune(bytes, at);
    out.push(rune);
    at += width;
  }
  return out;
};

/** A byte string from code points. */
export const fromRunes = (runes: readonly number[]): string => runes.map(encodeRune).join('');

/** Ordinary text from a byte string; broken UTF-8 shows as U+FFFD. */
export const toText = (bytes: string): string =>
  ASCII.test(bytes)
    ? bytes
    : runesOf(bytes)
        .map((rune) => String.fromCodePoint(rune))
        .join('');

/** Is the whole string UTF-8? */
export const isUtf8 = (bytes: string): boolean => {
  if (ASCII.test(bytes)) return true;
  for (let at = 0; at < bytes.length; ) {
    const { rune, width } = decodeRune(bytes, at);
    if (rune === RUNE_ERROR && width === 1) return false;
    at += width;
  }
  return true;
};

/** A byte string as numbers, for hash functions. */
export const toOctets = (bytes: string): Uint8Array => Uint8Array.from(bytes, (char) => char.charCodeAt(0));

/** A byte string from numbers. */
export const fromOctets = (octets: Uint8Array): string => {
  let out = '';
  for (const octet of octets) out += String.fromCharCode(octet);
  return out;
};
