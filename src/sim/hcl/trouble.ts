import type { Range } from './position.ts';

/** What is wrong at a place: in this project's words, or in the scanner's where nothing better is known. */
export interface Trouble {
  readonly message: string;
  readonly range: Range;
}

/** In the order of the text; of several at one place the first given. */
export const ordered = (troubles: readonly Trouble[]): readonly Trouble[] => {
  const first = new Map<number, Trouble>();
  for (const trouble of troubles) {
    const { offset } = trouble.range.start;
    if (!first.has(offset)) first.set(offset, trouble);
  }
  return [...first.values()].sort((one, other) => one.range.start.offset - other.range.start.offset);
};
