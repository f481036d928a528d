/** A position in a source file: both count from 1, as editors show them. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type Level = 'error' | 'warning';

/** Something an author can act on: what is wrong, where, and what to write instead. */
export interface Message extends Place {
  readonly level: Level;
  /** `read/…` for the format itself, `Q01` to `Q44` for the rules of good items, `ids/…` for the ledger, `exam/…` for blueprints. */
  readonly code: string;
  readonly file: string;
  readonly text: string;
  /** What to write instead, as an instruction. */
  readonly remedy: string;
}

/** One line per message in the shape that editors and CI logs link: `file:line:column level code text. remedy` */
export const formatMessage = (m: Message): string =>
  `${m.file}:${m.line}:${m.column} ${m.level} ${m.code} ${m.text}${m.remedy === '' ? '' : ` ${m.remedy}`}`;

/** Reading order: by file, then by position. */
export const byPlace = (a: Message, b: Message): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
