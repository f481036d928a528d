/** Changing the case of words: goutils and xstrings, on which Sprig stands. */
import {
  isDigit,
  isLetter,
  isLower,
  isSpace,
  isUpper,
  lowerRune,
  mapRunes,
  titleRune,
  upperRune,
} from '../../text/unicode.ts';
import { decodeRune, encodeRune, fromRunes, runesOf } from '../../text/utf8.ts';

/** `strings.Title`: upper case after anything that separates words. */
export const title = (text: string): string => {
  let before = 0x20;
  return mapRunes(text, (rune) => {
    const ascii = before < 0x80;
    const separates = ascii
      ? !/[0-9A-Za-z_]/.test(String.fromCharCode(before))
      : !isLetter(before) && !isDigit(before) && isSpace(before);
    before = rune;
    return separates ? titleRune(rune) : rune;
  });
};

/** Lower case at the start of each word. */
export const untitle = (text: string): string => {
  let start = true;
  return mapRunes(text, (rune) => {
    if (isSpace(rune)) {
      start = true;
      return rune;
    }
    const changed = start ? lowerRune(rune) : rune;
    start = false;
    return changed;
  });
};

export const swapCase = (text: string): string => {
  let afterSpace = true;
  return mapRunes(text, (rune) => {
    if (isUpper(rune)) {
      afterSpace = false;
      return lowerRune(rune);
    }
    if (isLower(rune)) {
      const changed = afterSpace ? titleRune(rune) : upperRune(rune);
      afterSpace = false;
      return changed;
    }
    afterSpace = isSpace(rune);
    return rune;
  });
};

/** First byte of each word, taken for a character as goutils does. */
export const initials = (text: string): string => {
  let gap = true;
  let out = '';
  for (const char of text) {
    const space = isSpace(char.charCodeAt(0));
    if (!space && gap) out += encodeRune(char.charCodeAt(0));
    gap = space;
  }
  return out;
};

/** White space dropped byte by byte; a text without any stays untouched. */
export const withoutSpace = (text: string): string => {
  const kept = Array.from(text).filter((char) => !isSpace(char.charCodeAt(0)));
  return kept.length === text.length ? text : kept.map((char) => encodeRune(char.charCodeAt(0))).join('');
};

const isConnector = (rune: number): boolean => rune === 0x2d || rune === 0x5f || isSpace(rune);

/** `some_words` → `SomeWords`; leading connectors stay. */
export const pascalCase = (text: string): string => {
  const runes = runesOf(text);
  const out: number[] = [];
  let at = 0;
  while (at < runes.length && isConnector(runes[at]!)) out.push(runes[at++]!);
  if (at >= runes.length) return text;
  let upperRun = isUpper(runes[at]!);
  let current = upperRune(runes[at++]!);
  for (; at < runes.length; at++) {
    const before = current;
    current = runes[at]!;
    if (isConnector(current) && isConnector(before)) {
      out.push(before);
      continue;
    }
    if (isConnector(before)) {
      upperRun = isUpper(current);
      current = upperRune(current);
      continue;
    }
    if (upperRun) {
      if (isUpper(current)) current = lowerRune(current);
      else upperRun = false;
    }
    out.push(before);
  }
  return fromRunes([...out, current]);
};

type Kind = 'none' | 'number' | 'upper' | 'letters' | 'connector' | 'punctuation' | 'other';
interface Word {
  kind: Kind;
  text: string;
}

const isNumber = (rune: number): boolean => /^\p{N}$/u.test(String.fromCodePoint(rune));
const isPunctuation = (rune: number): boolean => /^\p{P}$/u.test(String.fromCodePoint(rune));
const isAlphabet = (rune: number): boolean =>
  isLetter(rune) && (isUpper(rune) || isLower(rune) || !/^[\p{Lo}\p{Lm}]$/u.test(String.fromCodePoint(rune)));

const kindOf = (rune: number): Kind =>
  isConnector(rune)
    ? 'connector'
    : isPunctuation(rune)
      ? 'punctuation'
      : isUpper(rune)
        ? 'upper'
        : isAlphabet(rune)
          ? 'letters'
          : isNumber(rune)
            ? 'number'
            : 'other';

/** One word from `at`: a run of one kind; `HTTPServer` gives `HTTP` and `Server`. */
const wordAt = (text: string, at: number): Word => {
  if (at >= text.length) return { kind: 'none', text: '' };
  const first = decodeRune(text, at);
  const kind = kindOf(first.rune);
  let end = at + first.width;
  const next = () => decodeRune(text, end);
  const run = (test: (rune: number) => boolean) => {
    while (end < text.length && test(next().rune)) end += next().width;
  };
  if (kind === 'upper' && end < text.length && isUpper(next().rune)) {
    let last = end;
    while (end < text.length && isUpper(next().rune)) {
      last = end;
      end += next().width;
    }
    if (end < text.length && isAlphabet(next().rune)) end = last;
  } else if (kind === 'upper' || kind === 'letters') run((rune) => isAlphabet(rune) && !isUpper(rune));
  else run((rune) => kindOf(rune) === kind);
  return { kind, text: text.slice(at, end) };
};

const lowered = (word: Word, connector: string): string =>
  word.kind !== 'upper' && word.kind !== 'connector'
    ? word.text
    : runesOf(word.text)
        .map((rune) => (isConnector(rune) ? connector : encodeRune(isUpper(rune) ? lowerRune(rune) : rune)))
        .join('');

/** `SomeWords` → `some_words`, `some-words`. Numbers stick to what follows them. */
export const connected = (text: string, connector: string): string => {
  let at = 0;
  const take = (): Word => {
    const word = wordAt(text, at);
    at += word.text.length;
    return word;
  };
  let out = '';
  let word = take();
  const takeRun = () => {
    while (word.kind === 'letters' || word.kind === 'number') {
      out += lowered(word, connector);
      word = take();
    }
    if (!['none', 'punctuation', 'connector'].includes(word.kind)) out += connector;
  };
  while (at < text.length) {
    if (word.kind !== 'connector') out += lowered(word, connector);
    const previous = word;
    word = take();
    if (previous.kind === 'number') takeRun();
    else if (previous.kind === 'connector') out += lowered(previous, connector);
    else if (previous.kind !== 'punctuation') {
      if (word.kind !== 'number') {
        if (word.kind !== 'connector' && word.kind !== 'punctuation') out += connector;
        continue;
      }
      if (at >= text.length) continue;
      const number = word;
      word = take();
      if (word.kind !== 'letters') {
        out += lowered(number, connector);
        if (word.kind !== 'connector' && word.kind !== 'punctuation') out += connector;
        continue;
      }
      out += connector + lowered(number, connector);
      takeRun();
    }
  }
  return out + lowered(word, connector);
};
