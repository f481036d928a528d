import { parseVaultDuration } from '../../vault/framework/duration.ts';
import { ConfigError, lastOf, type Stanza } from './tree.ts';

/** Typed values of a stanza. Source: go-secure-stdlib: parseutil; hcl: decoder.go. */

export const text = (of: Stanza, key: string, otherwise = ''): string => {
  const value = lastOf(of, key);
  return value === undefined ? otherwise : String(value);
};

const BOOLEANS: Readonly<Record<string, boolean>> = {
  '': false,
  '0': false,
  f: false,
  F: false,
  false: false,
  False: false,
  FALSE: false,
  '1': true,
  t: true,
  T: true,
  true: true,
  True: true,
  TRUE: true,
};

export const parseBool = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : BOOLEANS[String(value)];

/** @throws ConfigError */
export const bool = (of: Stanza, key: string, otherwise = false): boolean => {
  const value = lastOf(of, key);
  if (value === undefined) return otherwise;
  const parsed = parseBool(value);
  if (parsed === undefined)
    throw new ConfigError(
      `cannot parse '' as bool: strconv.ParseBool: parsing ${JSON.stringify(String(value))}: invalid syntax`,
    );
  return parsed;
};

/** Seconds. @throws ConfigError */
export const duration = (of: Stanza, key: string): number => {
  const parsed = parseVaultDuration(lastOf(of, key));
  if (parsed.error !== undefined) throw new ConfigError(parsed.error);
  return parsed.seconds;
};

/** @throws ConfigError */
export const number = (of: Stanza, key: string, otherwise = 0): number => {
  const value = lastOf(of, key);
  if (value === undefined) return otherwise;
  const parsed = Number(value);
  if (Number.isNaN(parsed))
    throw new ConfigError(`strconv.ParseInt: parsing ${JSON.stringify(String(value))}: invalid syntax`);
  return parsed;
};

/** A string or a list of strings, as a list. */
export const list = (of: Stanza, key: string): string[] => {
  const value = lastOf(of, key);
  if (value === undefined || value === '') return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
};
