import type { Finding } from '../../rules/index.ts';

/** What a parent may ask of the editor. */
export interface EditorHandle {
  /** Put the cursor somewhere and the focus into the editor. Both count from 1. */
  go(line: number, column: number): void;
  focus(): void;
}

/** The rich editor, once it is there. */
export interface RichEditor extends EditorHandle {
  /** Show a file; a text that came from elsewhere (a fix, a command) replaces what is there as a step one can undo. */
  show(file: string, text: string): void;
  mark(findings: readonly Finding[]): void;
  /** Point out lines of the open file, which count from 1; the first is scrolled into view when it is not. */
  point(lines: readonly number[]): void;
  dispose(): void;
}
