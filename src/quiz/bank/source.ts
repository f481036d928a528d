import type { Place } from '../message.ts';

/**
 * A first walk over the lines of a bank, before Markdown is parsed: it takes out what is not Markdown (front matter and
 * `:::` lines) and covers the gaps of cloze questions, whose `*`, `_` and `|` Markdown would otherwise read. Everything
 * taken out is replaced by as many other characters, so that positions in the syntax tree are positions in the file.
 */
export interface Source {
  /** The text for the Markdown parser; as long as the file. */
  readonly markdown: string;
  readonly frontMatter: { readonly text: string; readonly line: number } | null;
  readonly fences: readonly ScenarioFence[];
  readonly markers: readonly Marker[];
}

/** A `:::` line: opening with a name and attributes, or closing. */
export interface ScenarioFence {
  readonly place: Place;
  readonly name: string;
  /** Text between the braces and its place; null when there are none. */
  readonly attributes: { readonly text: string; readonly place: Place } | null;
}

/** A gap as written, `[=a|b=]` or `[?*right|wrong?]`. */
export interface Marker {
  readonly source: string;
  readonly place: Place;
}

const COVER = '\uE000';
const FILL = '\uE001';
const DIGIT_ZERO = 0xe100;
const BASE = 4096;
const MARKER = /\[=(.*?)=\]|\[\?(.*?)\?\]/g;
const COVERED = /\uE000([\uE100-\uF0FF])([\uE100-\uF0FF])\uE001*/g;

const cover = (index: number, length: number): string =>
  (
    COVER +
    String.fromCharCode(DIGIT_ZERO + Math.floor(index / BASE)) +
    String.fromCharCode(DIGIT_ZERO + (index % BASE))
  ).padEnd(length, FILL);

/** Splits text taken from the syntax tree at covered gaps: literal strings and indexes into `Source.markers`. */
export const splitCovered = (text: string): readonly (string | number)[] => {
  const parts: (string | number)[] = [];
  let last = 0;
  for (const match of text.matchAll(COVERED)) {
    if (match.index > last) parts.push(text.slice(last, match.index));
    parts.push((match[1]!.charCodeAt(0) - DIGIT_ZERO) * BASE + match[2]!.charCodeAt(0) - DIGIT_ZERO);
    last = match.index + match[0].length;
  }
  if (last < text.length) parts.push(text.slice(last));
  return parts;
};

const blank = (line: string): string => ' '.repeat(line.length);

/** Whether gaps are read under this heading: `type=cloze`, or no `type` at all. */
const mayHaveGaps = (heading: string): boolean => !/[{\s]type=(?!cloze\b)/.test(heading);

const readFence = (line: string, number: number): ScenarioFence => {
  const brace = /\{([^{}]*)\}\s*$/.exec(line);
  const name = line
    .replace(/^:+\s*/, '')
    .replace(/\s*\{.*$/, '')
    .trim();
  return {
    place: { line: number, column: 1 },
    name,
    attributes: brace === null ? null : { text: brace[1]!, place: { line: number, column: brace.index + 2 } },
  };
};

/** Prepares a bank's text. Line ends of any system are read; the result has `\n` only. */
export const scanSource = (text: string): Source => {
  const lines = text
    .replace(/^\uFEFF/, ' ')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const fences: ScenarioFence[] = [];
  const markers: Marker[] = [];
  let frontMatter: Source['frontMatter'] = null;
  let first = 0;
  if (lines[0]?.trim() === '---') {
    const end = lines.findIndex((line, i) => i > 0 && /^---\s*$/.test(line));
    if (end > 0) {
      frontMatter = { text: lines.slice(1, end).join('\n'), line: 2 };
      for (first = 0; first <= end; first++) lines[first] = blank(lines[first]!);
    }
  }
  let codeFence: string | null = null;
  let gaps = false;
  for (let i = first; i < lines.length; i++) {
    const line = lines[i]!;
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (mark !== null) {
      if (codeFence === null) codeFence = mark[1]!;
      else if (mark[1]!.startsWith(codeFence) && mark[2]!.trim() === '') codeFence = null;
    } else if (codeFence === null && line.startsWith(':::')) {
      fences.push(readFence(line, i + 1));
      lines[i] = blank(line);
      continue;
    } else if (codeFence === null && /^#{2,3}\s/.test(line)) gaps = mayHaveGaps(line);
    if (!gaps) continue;
    lines[i] = line.replace(MARKER, (source: string, _a, _b, offset: number) => {
      markers.push({ source, place: { line: i + 1, column: offset + 1 } });
      return cover(markers.length - 1, source.length);
    });
  }
  return { markdown: lines.join('\n'), frontMatter, fences, markers };
};
