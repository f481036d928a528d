import type { Place } from '../yaml/index.ts';
import type { Edit } from './rule.ts';

/** The offset of a place in a text; beyond its end: the end. */
export const offsetOf = (text: string, { line, column }: Place): number => {
  let at = 0;
  for (let l = 1; l < line; l++) {
    const next = text.indexOf('\n', at);
    if (next < 0) return text.length;
    at = next + 1;
  }
  return Math.min(text.length, at + column - 1);
};

/** A file's text after the edits of a fix that concern it. */
export const applyEdits = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .map((e) => ({ from: offsetOf(text, e.span.start), to: offsetOf(text, e.span.end), text: e.text }))
    .sort((a, b) => b.from - a.from)
    .reduce((t, e) => t.slice(0, e.from) + e.text + t.slice(e.to), text);
