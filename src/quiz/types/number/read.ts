import type { Draft } from '../../bank/draft.ts';
import { contentId } from '../../hash.ts';
import { isWritten, writtenSource } from '../../written/answer.ts';
import type { NumberBody, Range } from './schema.ts';

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`;
const SPAN = new RegExp(`^${NUMBER}\\s*\\.\\.\\s*${NUMBER}\\s*(.*)$`);
const WITHIN = new RegExp(`^${NUMBER}\\s*(?:\\+-|±)\\s*(\\d+(?:\\.\\d+)?)\\s*(%?)\\s*(.*)$`);
const EXACT = new RegExp(`^${NUMBER}\\s*(.*)$`);

interface Read {
  readonly from: number;
  readonly to: number;
  readonly unit: string;
  readonly tolerant: boolean;
}

/** Reads `600 +- 0 seconds`, `600 +- 5 % seconds`, `40..42 minutes` or `60`. */
export const readRange = (source: string): Read | null => {
  const span = SPAN.exec(source);
  if (span !== null) return { from: Number(span[1]), to: Number(span[2]), unit: span[3]!.trim(), tolerant: true };
  const within = WITHIN.exec(source);
  if (within !== null) {
    const middle = Number(within[1]);
    const by = within[3] === '%' ? (Math.abs(middle) * Number(within[2])) / 100 : Number(within[2]);
    return { from: middle - by, to: middle + by, unit: within[4]!.trim(), tolerant: true };
  }
  const exact = EXACT.exec(source);
  if (exact === null) return null;
  return { from: Number(exact[1]), to: Number(exact[1]), unit: exact[2]!.trim(), tolerant: false };
};

/** Whether an accepted answer is a number with tolerance or a range: what text answers are not. */
export const looksNumeric = (draft: Draft): boolean =>
  draft.answers.length > 0 &&
  draft.answers.every(isWritten) &&
  draft.answers.some((answer) => {
    const written = writtenSource(answer);
    return written?.right === true && readRange(written.source)?.tolerant === true;
  });

/** Reads the answers of a number question. */
export const readNumber = (draft: Draft): NumberBody | null => {
  const ranges: Range[] = [];
  let unit: string | null = null;
  let tolerant = true;
  for (const answer of draft.answers) {
    const written = writtenSource(answer);
    const range = written === null ? null : readRange(written.source);
    if (written === null || range === null || range.from > range.to) {
      draft.report.error(
        'read/number',
        answer.place,
        'This is no number to compare with.',
        'Write `- = 600 +- 0 seconds`, `- = 40..42 minutes`, or `- != 60` for a foreseen mistake.',
      );
      continue;
    }
    if (written.right) {
      tolerant &&= range.tolerant;
      if (range.unit !== '') unit ??= range.unit;
    }
    const id = answer.id ?? contentId(answer.raw);
    draft.locate(id, answer.place);
    ranges.push({
      id,
      text: [{ type: 'paragraph', children: [{ type: 'text', value: written.source }] }],
      key: written.right,
      feedback: answer.feedback,
      misconception: answer.misconception,
      source: written.source,
      from: range.from,
      to: range.to,
    });
  }
  if (ranges.some((range) => range.key)) return { unit, ranges, tolerant };
  draft.report.error('read/number', draft.place, 'There is no accepted number.', 'Add `- = 600 +- 0 seconds`.');
  return null;
};
