/** Go's `Time.Format` in UTC: a layout is the reference time Mon Jan 2 15:04:05 MST 2006 written as wished. */
import { type Civil, civil, MONTHS, WEEKDAYS } from './civil.ts';

export const RFC3339 = '2006-01-02T15:04:05Z07:00';

const two = (number: number): string => String(number).padStart(2, '0');

/** Go writes negative years and years of more than four digits as they are. */
const year4 = (year: number): string =>
  year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');

const PARTS: readonly [RegExp, (time: Civil) => string][] = [
  [/^January/, (t) => MONTHS[t.month - 1]!],
  [/^Jan/, (t) => MONTHS[t.month - 1]!.slice(0, 3)],
  [/^Monday/, (t) => WEEKDAYS[t.weekday]!],
  [/^Mon/, (t) => WEEKDAYS[t.weekday]!.slice(0, 3)],
  [/^MST/, () => 'UTC'],
  [/^002/, (t) => String(t.yearDay).padStart(3, '0')],
  [/^01/, (t) => two(t.month)],
  [/^02/, (t) => two(t.day)],
  [/^03/, (t) => two(t.hour % 12 || 12)],
  [/^04/, (t) => two(t.minute)],
  [/^05/, (t) => two(t.second)],
  [/^06/, (t) => two(((t.year % 100) + 100) % 100)],
  [/^15/, (t) => two(t.hour)],
  [/^1/, (t) => String(t.month)],
  [/^2006/, (t) => year4(t.year)],
  [/^__2/, (t) => String(t.yearDay).padStart(3, ' ')],
  [/^_2006/, (t) => `_${year4(t.year)}`],
  [/^_2/, (t) => String(t.day).padStart(2, ' ')],
  [/^2/, (t) => String(t.day)],
  [/^3/, (t) => String(t.hour % 12 || 12)],
  [/^4/, (t) => String(t.minute)],
  [/^5/, (t) => String(t.second)],
  [/^PM/, (t) => (t.hour >= 12 ? 'PM' : 'AM')],
  [/^pm/, (t) => (t.hour >= 12 ? 'pm' : 'am')],
  [/^-07:00:00/, () => '+00:00:00'],
  [/^-070000/, () => '+000000'],
  [/^-07:00/, () => '+00:00'],
  [/^-0700/, () => '+0000'],
  [/^-07/, () => '+00'],
  [/^Z07:00:00|^Z070000|^Z07:00|^Z0700|^Z07/, () => 'Z'],
];

const FRACTION = /^([.,])(0+|9+)(?![0-9])/;

const fraction = (match: RegExpExecArray, nanosecond: number): string => {
  const digits = String(nanosecond).padStart(9, '0').slice(0, match[2]!.length).padEnd(match[2]!.length, '0');
  if (match[2]![0] === '0') return match[1]! + digits;
  const short = digits.replace(/0+$/, '');
  return short === '' ? '' : match[1]! + short;
};

/** @param nanoseconds since 1970, UTC. @param layout byte string */
export const formatTime = (nanoseconds: bigint, layout: string): string => {
  const time = civil(nanoseconds);
  let out = '';
  for (let at = 0; at < layout.length; ) {
    const rest = layout.slice(at, at + 12);
    const split = FRACTION.exec(layout.slice(at));
    // A name such as "Month" is no "Mon"-th day: after "Jan" and "Mon" no lower-case letter may follow.
    const part = PARTS.find(([pattern]) => {
      const match = pattern.exec(rest);
      return match && !(/^(Jan|Mon)$/.test(match[0]) && /^[a-z]/.test(rest.slice(3)));
    });
    if (split) {
      out += fraction(split, time.nanosecond);
      at += split[0].length;
    } else if (part) {
      out += part[1](time);
      at += part[0].exec(rest)![0].length;
    } else {
      out += layout[at++];
    }
  }
  return out;
};
