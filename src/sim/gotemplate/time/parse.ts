/** Go's `time.Parse` for layouts of plain parts; zones other than UTC and offsets are not known here. */
import { GoError } from '../exec/errors.ts';
import { quote } from '../strconv/quote.ts';
import { daysOf, HOUR, MINUTE, MONTHS, SECOND, WEEKDAYS } from './civil.ts';

interface Fields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  nanosecond: bigint;
  afternoon: boolean | undefined;
  offset: bigint;
}

interface Part {
  layout: string;
  text: RegExp;
  take(fields: Fields, text: string): void;
}

const names = (all: readonly string[], length?: number): RegExp =>
  new RegExp(`^(?:${all.map((name) => name.slice(0, length)).join('|')})`, 'i');

const indexOf = (all: readonly string[], text: string): number =>
  all.findIndex((name) => name.toLowerCase().startsWith(text.toLowerCase().slice(0, 3)));

const number = (layout: string, text: RegExp, key: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'): Part => ({
  layout,
  text,
  take: (fields, found) => {
    fields[key] = Number(found);
  },
});

const offset = (layout: string): Part => ({
  layout,
  text: layout.startsWith('Z')
    ? /^(?:Z|[+-][0-9]{2}:?[0-9]{2})/
    : layout.includes(':')
      ? /^[+-][0-9]{2}:[0-9]{2}/
      : /^[+-][0-9]{4}/,
  take: (fields, found) => {
    if (found === 'Z') return;
    const digits = found.replace(/[^0-9]/g, '');
    const size = BigInt(digits.slice(0, 2)) * HOUR + BigInt(digits.slice(2, 4)) * MINUTE;
    fields.offset = found[0] === '-' ? -size : size;
  },
});

const PARTS: readonly Part[] = [
  {
    layout: 'January',
    text: names(MONTHS),
    take: (fields, text) => {
      fields.month = indexOf(MONTHS, text) + 1;
    },
  },
  {
    layout: 'Jan',
    text: names(MONTHS, 3),
    take: (fields, text) => {
      fields.month = indexOf(MONTHS, text) + 1;
    },
  },
  { layout: 'Monday', text: names(WEEKDAYS), take: () => {} },
  { layout: 'Mon', text: names(WEEKDAYS, 3), take: () => {} },
  { layout: 'MST', text: /^(?:UTC|GMT|[A-Z]{3,4})/, take: () => {} },
  number('2006', /^[0-9]{4}/, 'year'),
  number('01', /^[0-9]{2}/, 'month'),
  number('02', /^[0-9]{2}/, 'day'),
  number('03', /^[0-9]{2}/, 'hour'),
  number('04', /^[0-9]{2}/, 'minute'),
  number('05', /^[0-9]{2}/, 'second'),
  {
    layout: '06',
    text: /^[0-9]{2}/,
    take: (fields, text) => {
      fields.year = Number(text) + (Number(text) >= 69 ? 1900 : 2000);
    },
  },
  number('15', /^[0-9]{1,2}/, 'hour'),
  offset('-07:00'),
  offset('-0700'),
  offset('Z07:00'),
  offset('Z0700'),
  {
    layout: 'PM',
    text: /^[AP]M/,
    take: (fields, text) => {
      fields.afternoon = text === 'PM';
    },
  },
  {
    layout: 'pm',
    text: /^[ap]m/,
    take: (fields, text) => {
      fields.afternoon = text === 'pm';
    },
  },
  number('_2', /^ ?[0-9]{1,2}/, 'day'),
  number('1', /^[0-9]{1,2}/, 'month'),
  number('2', /^[0-9]{1,2}/, 'day'),
  number('3', /^[0-9]{1,2}/, 'hour'),
  number('4', /^[0-9]{1,2}/, 'minute'),
  number('5', /^[0-9]{1,2}/, 'second'),
];

const daysIn = (year: number, month: number): number => daysOf(year, month + 1, 1) - daysOf(year, month, 1);

/** Nanoseconds since 1970; throws GoError with Go's text. Byte strings. */
export const parseTime = (layout: string, text: string): bigint => {
  const fields: Fields = {
    year: 0,
    month: 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    nanosecond: 0n,
    afternoon: undefined,
    offset: 0n,
  };
  const fail = (part: string, rest: string) =>
    new GoError(`parsing time ${quote(text)} as ${quote(layout)}: cannot parse ${quote(rest)} as ${quote(part)}`);
  let at = 0;
  for (let place = 0; place < layout.length; ) {
    const part = PARTS.find((candidate) => layout.startsWith(candidate.layout, place));
    const rest = text.slice(at);
    if (!part) {
      if (rest[0] !== layout[place]) throw fail(layout.slice(place), rest);
      at++;
      place++;
      continue;
    }
    const found = part.text.exec(rest)?.[0];
    if (found === undefined) throw fail(part.layout, rest);
    part.take(fields, found);
    at += found.length;
    place += part.layout.length;
    const fraction = part.layout.endsWith('5') ? /^[.,]([0-9]+)/.exec(text.slice(at)) : null;
    if (fraction && !/^[.,][09]/.test(layout.slice(place))) {
      fields.nanosecond = BigInt(fraction[1]!.slice(0, 9).padEnd(9, '0'));
      at += fraction[0].length;
    }
  }
  const wrong = (what: string) => new GoError(`parsing time ${quote(text)}: ${what} out of range`);
  if (at < text.length) throw new GoError(`parsing time ${quote(text)}: extra text: ${quote(text.slice(at))}`);
  if (fields.month < 1 || fields.month > 12) throw wrong('month');
  if (fields.day < 1 || fields.day > daysIn(fields.year, fields.month)) throw wrong('day');
  if (fields.hour > 23) throw wrong('hour');
  if (fields.minute > 59) throw wrong('minute');
  if (fields.second > 59) throw wrong('second');
  const hour = fields.afternoon === undefined ? fields.hour : (fields.hour % 12) + (fields.afternoon ? 12 : 0);
  const days = BigInt(daysOf(fields.year, fields.month, fields.day));
  return (
    (days * 24n + BigInt(hour)) * HOUR +
    BigInt(fields.minute) * MINUTE +
    BigInt(fields.second) * SECOND +
    fields.nanosecond -
    fields.offset
  );
};
