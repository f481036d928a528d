/**
 * Shapes of stored values, checked on read. Small enough for a lesson page, and quick enough for tens of thousands of
 * records; a check never builds a new value.
 */

/** @returns what is wrong, as `field: what it must be`, or null when the value has the shape */
export type Shape<T> = ((value: unknown) => string | null) & { readonly of?: T };

export type Shaped<S> = S extends Shape<infer T> ? T : never;

const test =
  <T>(holds: (value: unknown) => boolean, must: string): Shape<T> =>
  (value) =>
    holds(value) ? null : must;

const LONGEST = 200;

/** A name: 1 to 200 characters. */
export const name: Shape<string> = test(
  (value) => typeof value === 'string' && value.length > 0 && value.length <= LONGEST,
  `must be a text of 1 to ${LONGEST} characters`,
);

/** The end of the year 9999: later moments have no date that other programs read. */
const LAST = 253_402_300_799_999;

/** Unix milliseconds. */
export const moment: Shape<number> = test(
  (value) => typeof value === 'number' && value >= 0 && value <= LAST,
  'must be a time in milliseconds',
);

/** From 0 to 1. */
export const share: Shape<number> = test(
  (value) => typeof value === 'number' && value >= 0 && value <= 1,
  'must be a number from 0 to 1',
);

/** Whether something holds. */
export const truth: Shape<boolean> = test((value) => typeof value === 'boolean', 'must be true or false');

/** Any value that can be stored; absent counts as null. */
export const anything: Shape<unknown> = () => null;

export const oneOf = <const T extends string>(...words: readonly T[]): Shape<T> =>
  test((value) => (words as readonly unknown[]).includes(value), `must be one of ${words.join(', ')}`);

export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value) =>
    value === null ? null : shape(value);

const at = (place: string | number, problem: string): string =>
  /^[\w.]+: /.test(problem) ? `${place}.${problem}` : `${place}: ${problem}`;

export const listOf =
  <T>(shape: Shape<T>): Shape<T[]> =>
  (value) => {
    if (!Array.isArray(value)) return 'must be a list';
    for (let i = 0; i < value.length; i++) {
      const problem = shape(value[i]);
      if (problem !== null) return at(i, problem);
    }
    return null;
  };

type Fields = Readonly<Record<string, Shape<unknown>>>;

/** An object with these fields; further fields are kept as they are, since a later version may have written them. */
export const record = <F extends Fields>(fields: F): Shape<{ [K in keyof F]: Shaped<F[K]> }> => {
  const list = Object.entries(fields);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'must be a record';
    for (const [key, shape] of list) {
      const problem = shape((value as Readonly<Record<string, unknown>>)[key]);
      if (problem !== null) return at(key, problem);
    }
    return null;
  };
};
