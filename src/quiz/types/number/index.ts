import { graded, type Score, type ScoreSettings } from '../../score/score.ts';
import { writeWritten } from '../../written/answer.ts';
import { accept, refuse } from '../checked.ts';
import type { QuestionType } from '../type.ts';
import { keyboard } from './keyboard.ts';
import { looksNumeric, readNumber } from './read.ts';
import type { NumberBody, NumberResponse } from './schema.ts';
import { alternatives, parseQuantity, ratio } from './units.ts';

/** The typed number in the unit of the question; null where it is none or in another kind of unit. */
const inUnit = (body: NumberBody, typed: string): number | null => {
  const quantity = parseQuantity(typed);
  if (quantity === null) return null;
  if (quantity.unit === null || body.unit === null) return quantity.number;
  const times = ratio(quantity.unit, body.unit);
  return times === null ? null : quantity.number * times;
};

/** Room for the rounding of binary fractions, relative to the number. */
const EPSILON = 1e-9;

const score = (body: NumberBody, typed: string, settings: ScoreSettings): Score => {
  const value = inUnit(body, typed) ?? Number.NaN;
  const slack = Math.abs(value) * EPSILON;
  const found =
    body.ranges.find((range) => range.key && value >= range.from - slack && value <= range.to + slack) ??
    body.ranges.find((range) => !range.key && value >= range.from - slack && value <= range.to + slack);
  const right = found?.key === true;
  const part = {
    id: found?.id ?? 'given',
    outcome: right ? ('right' as const) : ('wrong' as const),
    feedback: found?.feedback ?? [],
    misconception: found?.misconception ?? null,
  };
  return graded(
    right ? 1 : 0,
    [part],
    `Your answer was read as ${value}${body.unit === null ? '' : ` ${body.unit}`}`,
    settings,
  );
};

/** A number with a unit to type: `- = 600 +- 0 seconds`, `- = 40..42 minutes`. */
export const number: QuestionType<NumberBody, NumberResponse> = {
  name: 'number',
  label: 'Number',
  answersInText: false,
  keyboard,
  recognises: looksNumeric,
  read: readNumber,
  write: (body, below) => writeWritten(body.ranges, below),
  options: (body) => body.ranges,
  key: (body) => {
    const range = body.ranges.find((r) => r.key);
    return range === undefined ? '' : `${(range.from + range.to) / 2}${body.unit === null ? '' : ` ${body.unit}`}`;
  },
  check: (body, value) => {
    const typed = typeof value === 'string' ? value.trim().slice(0, 100) : '';
    const example = body.unit === null ? '`600`' : `\`10 ${body.unit}\``;
    if (typed === '' || parseQuantity(typed) === null) return refuse(`Type a number, for example ${example}.`);
    if (inUnit(body, typed) === null) return refuse(`That unit does not fit. Use ${alternatives(body.unit ?? '')}.`);
    return accept(typed);
  },
  score,
  arrange: (body) => body,
  conceal: (body) => ({ ...body, ranges: [] }),
  speak: (body) => [{ id: 'given', text: `A field for a number${body.unit === null ? '' : ` in ${body.unit}`}.` }],
  speakKey: (body) =>
    body.ranges
      .filter((range) => range.key)
      .map(({ from, to }) => `${from === to ? from : `${from} to ${to}`}${body.unit === null ? '' : ` ${body.unit}`}`)
      .join(' or '),
  speakResponse: (_body, response) => response,
};
