import { quote } from '../../go/quote.ts';
import { Refusal } from './refusal.ts';

const LAYOUT = '2006-01-02T15:04:05Z07:00';

/** Parts of the layout: how Go names each, what it takes, and the range it must lie in. */
const PARTS: readonly (readonly [name: string, pattern: RegExp, what?: string, low?: number, high?: number])[] = [
  ['2006', /^[0-9]{4}/],
  ['-', /^-/],
  ['01', /^[0-9]{2}/, 'month', 1, 12],
  ['-', /^-/],
  ['02', /^[0-9]{2}/, 'day', 1, 31],
  ['T', /^T/],
  ['15', /^[0-9]{2}/, 'hour', 0, 23],
  [':', /^:/],
  ['04', /^[0-9]{2}/, 'minute', 0, 59],
  [':', /^:/],
  ['05', /^[0-9]{2}(?:[.,][0-9]+)?/, 'second', 0, 59],
  ['Z07:00', /^(?:Z|[+-][0-9]{2}:[0-9]{2})/],
];

/** Checks a time as Go's `time.Parse(time.RFC3339, …)` does. @throws Refusal `parsing time "x" as …` */
export const checkTime = (text: string): void => {
  let rest = text;
  for (const [name, pattern, what, low = 0, high = 0] of PARTS) {
    const found = pattern.exec(rest)?.[0];
    if (found === undefined)
      throw new Refusal(
        `parsing time ${quote(text)} as ${quote(LAYOUT)}: cannot parse ${quote(rest)} as ${quote(name)}`,
      );
    if (what !== undefined && (Number.parseInt(found, 10) < low || Number.parseInt(found, 10) > high))
      throw new Refusal(`parsing time ${quote(text)}: ${what} out of range`);
    rest = rest.slice(found.length);
  }
  if (rest !== '') throw new Refusal(`parsing time ${quote(text)}: extra text: ${quote(rest)}`);
};
