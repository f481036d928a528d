import { isDigit, isLetter } from './characters.ts';
import { type Cursor, END } from './cursor.ts';

const NEWLINE = 0x0a;

/** A heredoc whose first `<` has been read, up to and with the line that repeats its anchor (hcl v1: scanHeredoc). */
export function scanHeredoc(cursor: Cursor): void {
  if (cursor.next() !== 0x3c) {
    cursor.error("heredoc expected second '<', didn't see it");
    return;
  }
  const start = cursor.offset;
  let character = cursor.next();
  if (character === 0x2d) character = cursor.next();
  while (isLetter(character) || isDigit(character)) character = cursor.next();
  if (character === END) {
    cursor.error('heredoc not terminated');
    return;
  }
  if (character === 0x0d && cursor.peek() === NEWLINE) character = cursor.next();
  if (character !== NEWLINE) {
    cursor.error('invalid characters in heredoc anchor');
    return;
  }
  const written = cursor.text.slice(start, cursor.offset - 1);
  const anchor = written.replace(/^-/, '').replace(/\r$/, '');
  if (anchor === '') {
    cursor.error('zero-length heredoc anchor');
    return;
  }
  let lineStart = cursor.offset;
  for (;;) {
    character = cursor.next();
    if (character === END) {
      cursor.error('heredoc not terminated');
      return;
    }
    if (character !== NEWLINE) continue;
    const line = cursor.text.slice(lineStart, cursor.offset - 1);
    // The anchor's `-` counts for the length: a line shorter than `-EOT` does not end `<<-EOT`.
    if (line.length >= written.length && line.replace(/^[\t\n\v\f\r ]+|\r+$/g, '') === anchor) return;
    lineStart = cursor.offset;
  }
}
