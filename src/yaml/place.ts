/** A position in a text. Both count from 1, as editors show them; columns are UTF-16 units, as editors count them. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** From the first character to behind the last. */
export interface Span {
  readonly start: Place;
  readonly end: Place;
}

/** Turns offsets into places. */
export type Locate = (offset: number) => Place;

/** @param text the whole file; offsets beyond it give the place behind its last character */
export const locator = (text: string): Locate => {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    const at = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - starts[low]! + 1 };
  };
};
