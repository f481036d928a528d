import { nearest, suggestion } from '../../text/suggest.ts';
import type { Place } from '../message.ts';
import type { Attributes } from './attributes.ts';
import type { Reporter } from './reporter.ts';

/**
 * Typed reading of attributes with defaults behind them. Whoever asks for a key makes it known; `finish` then reports
 * what nobody asked for, so each question type brings its own keys without a central table.
 */
export interface Fields {
  text(key: string): string | null;
  list(key: string): readonly string[];
  oneOf<T extends string>(key: string, allowed: readonly T[], fallback: T): T;
  integer(key: string, least: number, most: number): number | null;
  flag(key: string): boolean | null;
  /** Whether the heading itself carries the key (not a default). */
  own(key: string): boolean;
  place(key: string): Place;
  /** Reports keys nobody asked for. @param what for the message: "a single question" */
  finish(what: string): void;
}

/**
 * @param attributes of the heading
 * @param defaults by key, nearest first: the scenario's, then the bank's
 */
export const fieldsOf = (
  attributes: Attributes,
  defaults: readonly Readonly<Record<string, string>>[],
  report: Reporter,
): Fields => {
  const asked = new Set<string>();
  const own = (key: string) => attributes.list.find((a) => a.key === key);
  const place = (key: string): Place => own(key)?.place ?? attributes.place;
  const text = (key: string): string | null => {
    asked.add(key);
    const value = own(key)?.value ?? defaults.find((d) => Object.hasOwn(d, key))?.[key] ?? null;
    if (value === '')
      report.error('read/value', place(key), `\`${key}\` is empty.`, `Write \`${key}=value\` or leave it out.`);
    return value === '' ? null : value;
  };
  return {
    text,
    place,
    own: (key) => own(key) !== undefined,
    list: (key) =>
      (text(key) ?? '')
        .split(',')
        .map((v) => v.trim())
        .filter((v) => v !== ''),
    oneOf: (key, allowed, fallback) => {
      const value = text(key);
      const found = allowed.find((a) => a === value);
      if (value !== null && found === undefined)
        report.error('read/value', place(key), `\`${key}=${value}\` is not known.`, suggestion(value, allowed));
      return found ?? fallback;
    },
    integer: (key, least, most) => {
      const value = text(key);
      if (value === null) return null;
      const number = Number(value);
      if (Number.isInteger(number) && number >= least && number <= most) return number;
      report.error(
        'read/value',
        place(key),
        `\`${key}=${value}\` is not a whole number from ${least} to ${most}.`,
        `Write for example \`${key}=${least}\`.`,
      );
      return null;
    },
    flag: (key) => {
      const value = text(key);
      if (value === null) return null;
      if (value === 'true' || value === 'false') return value === 'true';
      report.error(
        'read/value',
        place(key),
        `\`${key}=${value}\` is neither true nor false.`,
        `Write \`${key}=true\` or \`${key}=false\`.`,
      );
      return null;
    },
    finish: (what) => {
      for (const { key, place: at } of attributes.list) {
        if (asked.has(key)) continue;
        const near = nearest(key, asked);
        report.error(
          'read/unknown-key',
          at,
          `\`${key}\` is not a key of ${what}.`,
          near === null ? `Known keys: ${[...asked].sort().join(', ')}.` : `Did you mean \`${near}\`?`,
        );
      }
    },
  };
};
