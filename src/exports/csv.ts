/** Answers as a table that spreadsheets open: RFC 4180, UTF-8. */
import type { Entry } from '../progress/index.ts';

/** What a spreadsheet would take for a formula is text here. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const cell = (value: string | number | null): string => {
  if (typeof value === 'number') return String(value);
  const text = harmless(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const HEAD = [
  'time',
  'id',
  'title',
  'score',
  'confidence',
  'misconceptions',
  'asked in',
  'taken back',
  'answer',
] as const;

/**
 * One line for each answer, oldest first.
 * @param titles of questions, by id
 */
export const toCsv = (entries: readonly Entry[], titles: ReadonlyMap<string, string>): string => {
  const undone = new Set(entries.flatMap((entry) => (entry.kind === 'undo' ? [entry.of] : [])));
  const lines = entries.flatMap((entry) =>
    entry.kind !== 'attempt'
      ? []
      : [
          [
            new Date(entry.at).toISOString(),
            entry.question,
            titles.get(entry.question) ?? null,
            entry.score,
            entry.confidence,
            entry.misconceptions.join(' '),
            entry.via,
            undone.has(entry.id) ? 'yes' : 'no',
            JSON.stringify(entry.answer ?? null),
          ],
        ],
  );
  return [HEAD, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
};
