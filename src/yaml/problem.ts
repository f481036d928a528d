import { YAMLException } from 'js-yaml';
import type { Locate, Place } from './place.ts';

/** Something wrong with a YAML text: what, where, and what to write instead. */
export interface Problem {
  readonly code: 'syntax' | 'duplicate-key' | 'key' | 'alias' | 'tag';
  readonly place: Place;
  readonly text: string;
  readonly remedy: string;
}

interface Explanation {
  readonly text: string;
  readonly remedy: string;
  /** Offset to show instead of the one the parser stopped at. */
  readonly at?: number;
}

/** An odd number of the quote on the line before the error: it was opened there and never closed. */
const openQuote = (source: string, position: number): number | null => {
  const before = source.slice(0, position);
  for (const match of [...before.matchAll(/(?:^|[\s:[{,-])(["'])/g)].reverse()) {
    const at = match.index + match[0].length - 1;
    const rest = before.slice(at + 1);
    if (!rest.includes(match[1]!)) return at;
  }
  return null;
};

const explain = (reason: string, source: string, position: number): Explanation => {
  const next = source[position] ?? '';
  if (/deficient indentation|within a (double|single) quoted scalar/.test(reason)) {
    const at = openQuote(source, position);
    if (at !== null) {
      return { at, text: 'This quotation mark is never closed.', remedy: `End the value with \`${source[at]}\`.` };
    }
    return { text: 'A bracket is still open here.', remedy: 'Close it with `]` or `}`, or indent this line.' };
  }
  if (/tab characters/.test(reason)) {
    return { text: 'A tab is used as indentation.', remedy: 'Indent with spaces.' };
  }
  if (/bad indentation of a mapping entry/.test(reason)) {
    if (/[@`%]/.test(next)) {
      return { text: `A value cannot begin with \`${next}\`.`, remedy: 'Put the value in double quotes.' };
    }
    return {
      text: 'This does not fit where it stands: wrong indentation, or a value that needs quotes.',
      remedy: 'Align it with the keys above, or put a value with `: `, `- ` or quotes inside in double quotes.',
    };
  }
  if (/end of the stream or a document separator is expected/.test(reason)) {
    return {
      text: 'The text goes on where YAML expects the end.',
      remedy: 'Align this line with the lines above, and check that each key is followed by `: `.',
    };
  }
  return { text: `This is not valid YAML: ${reason}.`, remedy: 'Compare indentation, quotes and colons of this line.' };
};

/** The parser's exception as a problem that an author can act on. Exceptions of other kinds are reported by their text. */
export const syntaxProblem = (error: unknown, source: string, locate: Locate): Problem => {
  if (!(error instanceof YAMLException)) {
    const text = error instanceof Error ? error.message : String(error);
    return { code: 'syntax', place: locate(0), text: `This is not valid YAML: ${text}.`, remedy: '' };
  }
  const position = error.mark?.position ?? 0;
  const { at, text, remedy } = explain(error.reason, source, position);
  return { code: 'syntax', place: locate(at ?? position), text, remedy };
};
