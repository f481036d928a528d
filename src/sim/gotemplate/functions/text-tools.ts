/** Go's package `strings` on byte strings, with the work charged beforehand. */
import type { Meter } from '../exec/meter.ts';
import { decodeRune } from '../text/utf8.ts';

/** Bytes of copied text that cost as much as one step. */
const BYTES = 8;

/** Split into characters (`strings.Split(s, "")`). */
const explode = (text: string): string[] => {
  const out: string[] = [];
  for (let at = 0; at < text.length; ) {
    const { width } = decodeRune(text, at);
    out.push(text.slice(at, at + width));
    at += width;
  }
  return out;
};

/** `strings.SplitN`; a negative limit means all. */
export const splitText = (meter: Meter, text: string, separator: string, limit = -1): string[] => {
  meter.charge(text.length);
  if (limit === 0) return [];
  const parts = separator === '' ? explode(text) : text.split(separator);
  if (limit < 0 || parts.length <= limit) return parts;
  return [...parts.slice(0, limit - 1), parts.slice(limit - 1).join(separator)];
};

export const joinTexts = (meter: Meter, items: readonly string[], separator: string): string => {
  meter.charge(items.reduce((sum, item) => sum + item.length + separator.length, 0));
  return items.join(separator);
};

/** `strings.Replace`; a negative limit means all. An empty `from` matches before every character and at the end. */
export const replaceText = (meter: Meter, text: string, from: string, to: string, limit: number): string => {
  const parts = from === '' ? ['', ...explode(text), ''] : text.split(from);
  const count = limit < 0 ? parts.length - 1 : Math.min(limit, parts.length - 1);
  meter.charge((text.length + count * to.length) / BYTES);
  const head = parts.slice(0, count + 1).join(to);
  return count < parts.length - 1 ? head + from + parts.slice(count + 1).join(from) : head;
};

export const repeatText = (meter: Meter, text: string, count: number): string => {
  meter.charge((text.length * count) / BYTES);
  return text.repeat(count);
};
