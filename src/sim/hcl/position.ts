/** A place in a text: `line` and `column` count from 1 (columns in characters, not bytes); `offset` counts UTF-16 units from 0. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A range from the start of one to the end of another. */
export const spanning = (first: Range, last: Range): Range => ({ start: first.start, end: last.end });

/** A position as the real parser prints it: `3:14`, or `-` where it keeps none (all of JSON). */
export const printPosition = (position: Position | undefined): string =>
  position === undefined ? '-' : `${position.line}:${position.column}`;
