import type { Completion } from '../../sim/cli/index.ts';

export type { Completion };

const common = (words: readonly string[]): string => {
  let shared = words[0] ?? '';
  for (const word of words) while (!word.startsWith(shared)) shared = shared.slice(0, -1);
  return shared;
};

/**
 * A line after Tab, as a shell does it: the one candidate with a blank, or what all candidates share.
 * @param cursor offset in the line
 */
export const completed = (
  line: string,
  cursor: number,
  { start, candidates }: Completion,
): { readonly text: string; readonly cursor: number; readonly choices: readonly string[] } => {
  const word = line.slice(start, cursor);
  const fitting = candidates.filter((c) => c.startsWith(word));
  if (fitting.length === 0) return { text: line, cursor, choices: [] };
  const only = fitting.length === 1 ? (fitting[0] ?? '') : null;
  const blank = only === null || /[/=]$/.test(only) ? '' : ' ';
  const put = only === null ? common(fitting) : only + blank;
  const rest = only !== null && line[cursor] === ' ' ? line.slice(cursor + blank.length) : line.slice(cursor);
  return { text: line.slice(0, start) + put + rest, cursor: start + put.length, choices: only === null ? fitting : [] };
};
