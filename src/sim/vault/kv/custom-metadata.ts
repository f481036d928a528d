import { goQuote } from '../../hcl/quote.ts';
import { ConversionError, convert } from '../framework/convert.ts';
import { errorResponse, multiError } from '../framework/index.ts';

const MOST_KEYS = 64;
const LONGEST_KEY = 128;
const LONGEST_VALUE = 512;
const PREFIX = 'custom_metadata validation failed';
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u;

const bytes = (text: string): number => new TextEncoder().encode(text).length;

function complaints(key: string, value: string): readonly string[] {
  const [keyLength, valueLength] = [bytes(key), bytes(value)];
  return [
    keyLength === 0 || keyLength > LONGEST_KEY
      ? `${PREFIX}: length of key ${goQuote(key)} is ${keyLength} but must be 0 < len(key) <= ${LONGEST_KEY}`
      : '',
    valueLength === 0 || valueLength > LONGEST_VALUE
      ? `${PREFIX}: length of value for key ${goQuote(key)} is ${valueLength} but must be 0 < len(value) <= ${LONGEST_VALUE}`
      : '',
    PRINTABLE.test(key) ? '' : `${PREFIX}: key ${goQuote(key)} (${key}) contains unprintable characters`,
    PRINTABLE.test(value) ? '' : `${PREFIX}: value for key ${goQuote(key)} contains unprintable characters`,
  ].filter((text) => text !== '');
}

function texts(raw: Readonly<Record<string, unknown>>, skipNull: boolean): readonly (readonly [string, string])[] {
  try {
    return Object.entries(raw)
      .filter(([, value]) => !(skipNull && value === null))
      .map(([key, value]) => [key, convert('string', value)] as const);
  } catch (error) {
    if (error instanceof ConversionError) throw errorResponse(`${PREFIX}: ${error.message}`);
    throw error;
  }
}

/**
 * A key's own metadata: at most 64 entries, printable texts of limited length (kv plugin: path_metadata.go).
 * @param skipNull a patch uses null to remove an entry
 * @throws the 400 with every complaint
 */
export function customMetadata(
  raw: Readonly<Record<string, unknown>>,
  skipNull: boolean,
): Readonly<Record<string, string>> {
  const entries = texts(raw, skipNull);
  if (entries.length > MOST_KEYS) {
    const text = `${PREFIX}: payload must contain at most ${MOST_KEYS} keys, provided ${entries.length}`;
    throw errorResponse(multiError([text]));
  }
  const found = entries.flatMap(([key, value]) => complaints(key, value));
  if (found.length > 0) throw errorResponse(multiError(found));
  return Object.fromEntries(entries);
}
