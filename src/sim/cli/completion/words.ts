/** The command under the cursor, as far as it is typed. */

export interface Typing {
  /** Finished words of the command, its program first. */
  readonly words: readonly string[];
  /** The word that is being typed, quotes taken off. */
  readonly word: string;
  /** Offset at which it begins. */
  readonly start: number;
}

/** After these a new command begins. */
const SEPARATORS = new Set(['|', '&', ';', '(', '`', '\n']);

/** Takes the text before the cursor apart; what is quoted stays together. */
export const typingAt = (line: string, cursor: number): Typing => {
  let words: string[] = [];
  let word = '';
  let start = 0;
  let open = false;
  let quote = '';
  const finish = (): void => {
    if (open) words.push(word);
    word = '';
    open = false;
  };
  for (let i = 0; i < cursor; i++) {
    const c = line.charAt(i);
    if (quote !== '') {
      if (c === quote) quote = '';
      else word += c;
    } else if (SEPARATORS.has(c)) {
      finish();
      words = [];
    } else if (/\s/.test(c)) finish();
    else {
      if (!open) start = i;
      open = true;
      if (c === '"' || c === "'") {
        quote = c;
        // What is completed stands behind the quote.
        if (word === '') start = i + 1;
      } else if (c === '\\') word += line.charAt(++i);
      else word += c;
    }
  }
  return { words, word, start: open ? start : cursor };
};
