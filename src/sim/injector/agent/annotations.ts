import type { Fallback, Given, ValueKind } from '../annotations/description.ts';
import { ANNOTATIONS, annotationNamed, keyOf } from '../annotations/index.ts';
import { type Integer, parseBool, parseFloat64, parseInt64, parseUint64 } from '../go/parse.ts';
import { Refusal } from '../go/refusal.ts';
import { SETTINGS } from '../settings/settings.ts';
import { Sourced } from './sourced.ts';

const filled = (fallback: Fallback, given: Given): Sourced<string> => {
  if ('text' in fallback) return new Sourced(fallback.text);
  const from = fallback.setting === undefined ? [] : [SETTINGS[fallback.setting].env];
  if ('of' in fallback) return new Sourced(fallback.of(given), from);
  const text = String(given.settings[fallback.setting]);
  return new Sourced(text === '' ? (fallback.ifEmpty ?? '') : text, from);
};

const READ = {
  bool: parseBool,
  int: parseInt64,
  uint: parseUint64,
  float: parseFloat64,
} as const satisfies Partial<Record<ValueKind, (text: string) => unknown>>;

/** Runs a reader on a value; a refusal then names the value's annotation. */
export const reading = <T, U>(value: Sourced<T>, read: (value: T) => U): Sourced<U> => {
  try {
    return value.map(read);
  } catch (error) {
    if (error instanceof Refusal && error.from.length === 0) throw new Refusal(error.message, value.from);
    throw error;
  }
};

/**
 * A Pod's annotations with the injector's defaults filled in. An annotation that is set to the empty text counts as
 * set. vault-k8s: agent-inject/agent/annotations.go `Init`.
 */
export class Annotations {
  readonly given: Readonly<Record<string, string>>;
  readonly #filled: ReadonlyMap<string, Sourced<string>>;

  constructor(given: Given) {
    this.given = given.annotations;
    const all = new Map<string, Sourced<string>>();
    for (const { name, fallback } of ANNOTATIONS) if (fallback) all.set(keyOf(name), filled(fallback, given));
    for (const [key, value] of Object.entries(given.annotations)) all.set(key, new Sourced(value, [key]));
    this.#filled = all;
  }

  /** Whether the Pod's author wrote it. */
  has(name: string): boolean {
    return Object.hasOwn(this.given, keyOf(name));
  }

  /** The text of an annotation, empty where it is neither written nor has a default. */
  text(name: string, suffix?: string): Sourced<string> {
    return this.#filled.get(keyOf(name, suffix)) ?? new Sourced('');
  }

  /** The text of the form with a suffix, or undefined where nobody wrote it. */
  ofSecret(name: string, suffix: string): Sourced<string> | undefined {
    return this.#filled.get(keyOf(name, suffix));
  }

  bool(name: string): Sourced<boolean> {
    return this.#read(name, READ.bool);
  }

  int(name: string): Sourced<Integer> {
    return this.#read(name, READ.int);
  }

  uint(name: string): Sourced<Integer> {
    return this.#read(name, READ.uint);
  }

  float(name: string): Sourced<number> {
    return this.#read(name, READ.float);
  }

  /** Keys written by the author, in byte order: the real program goes through a map, whose order is random. */
  keys(): readonly string[] {
    return Object.keys(this.given).sort((a, b) => (a < b ? -1 : 1));
  }

  #read<T>(name: string, read: (text: string) => T): Sourced<T> {
    if (!annotationNamed(name)) throw new RangeError(`no annotation is named ${name}`);
    return reading(this.text(name), read);
  }
}
