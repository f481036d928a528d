/** Words of texts as the rules compare them. */

import type { Question } from '../bank/bank.ts';
import type { Option } from '../choice/option.ts';
import { proseText, richText } from '../rich/text.ts';
import type { Registry } from '../types/registry.ts';

const STOP = new Set(
  'a an and are as at be been but by can do does for from had has have if in into is it its may no not of on one only or same so such than that the their them then there these they this those to was were what when where which who whose will with you your'.split(
    ' ',
  ),
);

/** Lower-case words of a text, without punctuation. */
export const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}_/.-]*/gu) ?? [];

/** A word without the usual endings: `authorizes`, `authorized` and `authorizing` are one. */
export const stemOf = (word: string): string =>
  word.length < 5 ? word : word.replace(/(?:ing|ed|es|s|ly|er)$/, '').replace(/(.)\1$/, '$1');

/** Words that carry meaning, reduced to their stems. */
export const contentWords = (text: string): ReadonlySet<string> =>
  new Set(
    wordsOf(text)
      .filter((word) => word.length > 2 && !STOP.has(word))
      .map(stemOf),
  );

/** The text as it is compared for equality: words alone. */
export const plain = (text: string): string => wordsOf(text).join(' ');

/** Share of common members, 0 to 1. */
export const jaccard = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let common = 0;
  for (const member of a) if (b.has(member)) common++;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
};

/** Runs of `n` characters of a text. */
export const grams = (text: string, n: number): ReadonlySet<string> => {
  const set = new Set<string>();
  for (let i = 0; i + n <= text.length; i++) set.add(text.slice(i, i + n));
  return set;
};

/** Sentences of prose; a colon before a list or code ends one too. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.?!:])\s+|\n{2,}/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** Texts of an option for rules about wording. */
export interface OptionWords {
  readonly option: Option;
  readonly text: string;
  /** Without code. */
  readonly prose: string;
}

/** Kinds whose options are read and compared by the learner. */
const CHOICES: readonly string[] = ['single', 'multiple'];

/** The options to choose from; empty for other kinds of questions. */
export const optionsOf = (question: Question, types: Registry): readonly OptionWords[] => {
  if (!CHOICES.includes(question.type)) return [];
  return (types.find(question.type)?.options(question.body) ?? []).map((option) => ({
    option,
    text: richText(option.text),
    prose: proseText(option.text),
  }));
};

/** Every answer that something is said about, of any kind of question. */
export const answersOf = (question: Question, types: Registry): readonly Option[] =>
  types.find(question.type)?.options(question.body) ?? [];

/** The mean of numbers; 0 for none. */
export const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((a, b) => a + b, 0) / numbers.length;
