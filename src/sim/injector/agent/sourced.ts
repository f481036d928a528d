/**
 * A value that remembers where it came from: keys of annotations that the Pod's author wrote, or environment variables
 * of the injector. A constant of the injector has no source.
 */
export class Sourced<T> {
  readonly value: T;
  readonly from: readonly string[];

  constructor(value: T, from: readonly string[] = []) {
    this.value = value;
    this.from = from;
  }

  /** The same sources, another value. */
  map<U>(change: (value: T) => U): Sourced<U> {
    return new Sourced(change(this.value), this.from);
  }
}

/** A value made of several. */
export const joined = <T>(value: T, ...parts: readonly Sourced<unknown>[]): Sourced<T> =>
  new Sourced(value, [...new Set(parts.flatMap((part) => part.from))]);

/** Undefined where the text is empty, as Go's `omitempty` leaves it out. */
export const unlessEmpty = (text: Sourced<string>): Sourced<string> | undefined =>
  text.value === '' ? undefined : text;

/** Undefined where it is false. */
export const ifTrue = (flag: Sourced<boolean>): Sourced<boolean> | undefined => (flag.value ? flag : undefined);
