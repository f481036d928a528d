/**
 * From JSON values to typed fields, as weakly as Go's framework does it, with its error texts.
 * Sources: vault: sdk/framework/field_data.go; mapstructure's WeakDecode; go-secure-stdlib/parseutil.
 */
import { parseVaultDuration } from './duration.ts';
import type { FieldType, FieldValues } from './fields.ts';
import { goKind, goPrint, goQuote, goType } from './go-value.ts';

/** The error text after `error converting input for field "x": `. */
export class ConversionError extends Error {}

const fail = (text: string): never => {
  throw new ConversionError(text);
};

const unconvertible = (where: string, type: string, value: unknown): never =>
  fail(`'${where}' expected type '${type}', got unconvertible type '${goType(value)}', value: '${goPrint(value)}'`);

const toText = (value: unknown, where = ''): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return unconvertible(where, 'string', value);
};

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['', '0', 'f', 'F', 'FALSE', 'false', 'False']);

const toBool = (value: unknown): boolean => {
  if (value === null || value === undefined) return false;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'object') return unconvertible('', 'bool', value);
  const text = String(value);
  if (TRUE.has(text)) return true;
  if (FALSE.has(text)) return false;
  return fail(`cannot parse '' as bool: strconv.ParseBool: parsing ${goQuote(text)}: invalid syntax`);
};

const INTEGER = /^[+-]?(0[xX](_?[0-9a-fA-F])+|0[oO]?(_?[0-7])*|0[bB](_?[01])+|[1-9](_?\d)*)$/;

const integerOf = (text: string): number => {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[+-]/, '').replaceAll('_', '');
  return sign * (/^0\d/.test(digits) ? Number.parseInt(digits, 8) : Number(digits));
};

const toInt = (value: unknown, where = ''): number => {
  if (value === null || value === undefined || value === '') return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'object') return unconvertible(where, 'int', value);
  const text = String(value);
  if (INTEGER.test(text)) return integerOf(text);
  return fail(`cannot parse '${where}' as int: strconv.ParseInt: parsing ${goQuote(text)}: invalid syntax`);
};

const toFloat = (value: unknown): number => {
  if (value === null || value === undefined || value === '') return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'object') return unconvertible('', 'float64', value);
  const text = String(value);
  const number = text.trim() === text ? Number(text) : Number.NaN;
  if (!Number.isNaN(number)) return number;
  return fail(`cannot parse '' as float: strconv.ParseFloat: parsing ${goQuote(text)}: invalid syntax`);
};

const toSeconds = (value: unknown, negative: boolean): number => {
  const parsed = parseVaultDuration(value);
  if (parsed.error !== undefined) return fail(parsed.error);
  const seconds = Math.trunc(parsed.seconds);
  if (!negative && parsed.seconds < 0) return fail(`cannot provide negative value '${seconds}'`);
  return seconds;
};

const toMap = (value: unknown, where = ''): Record<string, unknown> => {
  if (value === null || value === undefined) return {};
  if (Array.isArray(value)) return Object.assign({}, ...value.map((item, at) => toMap(item, `${where}[${at}]`)));
  if (typeof value === 'object') return value as Record<string, unknown>;
  return fail(`'${where}' expected a map, got '${goKind(value)}'`);
};

/** mapstructure collects the errors of elements. */
const each = <T>(values: readonly unknown[], convert: (value: unknown, where: string) => T): T[] => {
  const errors: string[] = [];
  const out = values.map((value, index) => {
    try {
      return convert(value, `[${index}]`);
    } catch (error) {
      if (!(error instanceof ConversionError)) throw error;
      errors.push(`* ${error.message}`);
      return undefined;
    }
  });
  if (errors.length > 0) fail(`${errors.length} error(s) decoding:\n\n${errors.join('\n')}`);
  return out as T[];
};

/** A single value counts as a list of one; an empty object as an empty list. */
const toSlice = (value: unknown): readonly unknown[] => {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && Object.keys(value).length === 0) return [];
  return [value];
};

const toStrings = (value: unknown): string[] => (value === '' ? [] : each(toSlice(value), toText));

/** Text (and a number) is split at commas; every element is trimmed. */
const commaList = (value: unknown): readonly unknown[] => {
  const text = typeof value === 'number' ? String(value) : value;
  if (text === '') return [];
  return typeof text === 'string' ? text.split(',') : toSlice(text);
};

const toPairs = (value: unknown): Record<string, string> => {
  if (value === null || value === undefined) return {};
  if (typeof value === 'object' && !Array.isArray(value)) {
    const texts = Object.entries(value).map(([key, item]) => [key, toText(item, `[${key}]`)] as const);
    return Object.fromEntries(texts);
  }
  const pairs = toStrings(value).map((pair) => {
    const at = pair.indexOf('=');
    return at < 1 ? fail(`invalid key pair ${goQuote(pair)}`) : ([pair.slice(0, at), pair.slice(at + 1)] as const);
  });
  return Object.fromEntries(pairs);
};

const toTime = (value: unknown): number => {
  if (value === null || value === undefined || value === '') return 0;
  if (typeof value === 'number') return value;
  const text = toText(value);
  if (/^\d+$/.test(text)) return Number(text);
  const wall = Date.parse(text);
  return Number.isNaN(wall)
    ? fail(`parsing time ${goQuote(text)} as "2006-01-02T15:04:05Z07:00": cannot parse ${goQuote(text)} as "2006"`)
    : Math.floor(wall / 1000);
};

const converters: { readonly [T in FieldType]: (value: unknown) => FieldValues[T] } = {
  string: (value) => toText(value),
  'lower string': (value) => toText(value).toLowerCase(),
  int: (value) => toInt(value),
  float: toFloat,
  bool: toBool,
  duration: (value) => toSeconds(value, false),
  'signed duration': (value) => toSeconds(value, true),
  map: (value) => toMap(value),
  'kv pairs': toPairs,
  slice: toSlice,
  'string slice': toStrings,
  'comma slice': (value) => each(commaList(value), toText).map((text) => text.trim()),
  'comma int slice': (value) =>
    each(commaList(value), (item, where) => toInt(typeof item === 'string' ? item.trim() : item, where)),
  time: toTime,
};

/** Converts one parameter. @throws ConversionError with Go's text */
export const convert = <T extends FieldType>(type: T, value: unknown): FieldValues[T] => converters[type](value);

/** What a field reads as when nothing was sent and the schema has no default. */
export const zeroOf = (type: FieldType): FieldValues[FieldType] => converters[type](null);
