import type { Message } from './message.ts';
import { reportInto } from './message.ts';

interface Habit {
  readonly pattern: RegExp;
  readonly text: string;
  readonly remedy: string;
}

/** What makes text harder for readers of a second language, or talks down to them. */
const HABITS: readonly Habit[] = [
  {
    pattern: /(?<![\w`])!(?![=\w[])|\w!(?=\s|$)/,
    text: 'An exclamation mark.',
    remedy: 'End the sentence with a period.',
  },
  {
    pattern: /\b(?:simply|obviously|of course|easily|trivial(?:ly)?|needless to say)\b/i,
    text: 'A word that tells readers what they should find easy.',
    remedy: 'Leave it out.',
  },
  {
    pattern: /\b(?:in a nutshell|under the hood|out of the box|piece of cake|rule of thumb|at the end of the day)\b/i,
    text: 'An idiom.',
    remedy: 'Say it in plain words.',
  },
  {
    pattern: /\b(?:authoris|behaviour|colour|licence|recognis|organis|initialis|catalogue)\w*/i,
    text: 'British spelling.',
    remedy: 'Write it as the exam does, in American spelling.',
  },
];

/** Words of one sentence beyond which it should be two. */
const MOST_WORDS = 30;

/** Prose of a Markdown line: code and the targets of links are blanked, so that columns stay. */
const prose = (line: string): string =>
  line
    .replace(/`[^`]*`/g, (code) => ' '.repeat(code.length))
    .replace(/\]\([^)]*\)/g, (target) => ' '.repeat(target.length))
    .replace(/\[!\w+\]/g, (alert) => ' '.repeat(alert.length));

/** Checks the wording of a Markdown file. Habits are errors; a long sentence is a warning. */
export const checkWords = (file: string, source: string): readonly Message[] => {
  const messages: Message[] = [];
  const report = reportInto(messages, file);
  let fence = false;
  for (const [i, line] of source.replace(/\r\n?/g, '\n').split('\n').entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) fence = !fence;
    if (fence || /^\s*(?:```|~~~)/.test(line)) continue;
    const text = prose(line);
    for (const { pattern, text: what, remedy } of HABITS) {
      const match = pattern.exec(text);
      if (match !== null)
        report.error('words/habit', { line: i + 1, column: match.index + 1 }, `${what} (“${match[0].trim()}”)`, remedy);
    }
    if (/^\s*(?:\||#|[\w-]+:)/.test(text)) continue;
    for (const sentence of text.matchAll(/[^.?:;]+/g)) {
      const words = sentence[0].split(/\s+/).filter((word) => /\w/.test(word)).length;
      if (words > MOST_WORDS) {
        report.warning(
          'words/long',
          { line: i + 1, column: sentence.index + 1 },
          `A sentence of ${words} words.`,
          'Make two of it.',
        );
      }
    }
  }
  return messages;
};
