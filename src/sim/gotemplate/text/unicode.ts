/** Go's package `unicode` as far as templates show it, on code points. */
import { decodeRune, encodeRune } from './utf8.ts';

const test = (pattern: RegExp) => (rune: number) =>
  rune >= 0 && rune <= 0x10ffff && pattern.test(String.fromCodePoint(rune));

export const isLetter = test(/^\p{L}$/u);
export const isDigit = test(/^\p{Nd}$/u);
export const isUpper = test(/^\p{Lu}$/u);
export const isLower = test(/^\p{Ll}$/u);
export const isSpace = test(/^[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/u);
/** Go's `unicode.IsPrint`: the only space among them is U+0020. */
export const isPrint = test(/^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u);

const mapped = (rune: number, text: string): number => {
  const points = [...text];
  return points.length === 1 ? points[0]!.codePointAt(0)! : rune;
};

/** One rune at a time, as Go maps case: `ß` stays `ß`. */
export const upperRune = (rune: number): number => mapped(rune, String.fromCodePoint(rune).toUpperCase());
export const lowerRune = (rune: number): number => mapped(rune, String.fromCodePoint(rune).toLowerCase());

const TITLE: Readonly<Record<number, number>> = {
  452: 0x1c5,
  454: 0x1c5,
  455: 0x1c8,
  457: 0x1c8,
  458: 0x1cb,
  460: 0x1cb,
  497: 0x1f2,
  499: 0x1f2,
};
export const titleRune = (rune: number): number => TITLE[rune] ?? upperRune(rune);

/** A byte string with every rune replaced (`strings.Map`); -1 drops it. */
export const mapRunes = (bytes: string, change: (rune: number, index: number) => number): string => {
  let out = '';
  for (let at = 0; at < bytes.length; ) {
    const { rune, width } = decodeRune(bytes, at);
    const next = change(rune, at);
    if (next >= 0) out += encodeRune(next);
    at += width;
  }
  return out;
};

export const upper = (bytes: string): string => mapRunes(bytes, upperRune);
export const lower = (bytes: string): string => mapRunes(bytes, lowerRune);

const trimEdges = (bytes: string, drop: (rune: number) => boolean, left: boolean, right: boolean): string => {
  let start = 0;
  let end = bytes.length;
  while (left && start < end) {
    const { rune, width } = decodeRune(bytes, start);
    if (!drop(rune)) break;
    start += width;
  }
  while (right && end > start) {
    let at = end - 1;
    while (at > start && end - at < 4 && (bytes.charCodeAt(at) & 0xc0) === 0x80) at--;
    const { rune, width } = decodeRune(bytes, at);
    const whole = at + width === end;
    if (!drop(whole ? rune : 0xfffd)) break;
    end = whole ? at : end - 1;
  }
  return bytes.slice(start, end);
};

export const trimSpace = (bytes: string): string => trimEdges(bytes, isSpace, true, true);

/** `strings.Trim`: drop the runes of `cutset` at both ends. */
export const trim = (bytes: string, cutset: string): string => {
  const set = new Set<number>();
  for (let at = 0; at < cutset.length; ) {
    const { rune, width } = decodeRune(cutset, at);
    set.add(rune);
    at += width;
  }
  return trimEdges(bytes, (rune) => set.has(rune), true, true);
};
