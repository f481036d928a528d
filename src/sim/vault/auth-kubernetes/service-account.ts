/** The ServiceAccount that a token is about. Source: vault-plugin-auth-kubernetes: path_login.go (serviceAccount). */
import type { Read } from './claims.ts';

/** Empty texts where the token does not say. */
export interface ServiceAccount {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  /** Of a legacy token's Secret; '' for tokens of the TokenRequest API. */
  readonly secretName: string;
  readonly audience: readonly string[];
}

type Values = Readonly<Record<string, unknown>>;

const LEGACY = 'kubernetes.io/serviceaccount';

/** Collects complaints in the words of github.com/mitchellh/mapstructure. */
class Decoder {
  readonly errors: string[] = [];

  text(values: Values | undefined, key: string, where = key): string {
    const value = values?.[key];
    if (value === undefined || value === null) return '';
    if (typeof value === 'string') return value;
    const type = Array.isArray(value)
      ? '[]interface {}'
      : typeof value === 'object'
        ? 'map[string]interface {}'
        : GO[typeof value];
    this.errors.push(`'${where}' expected type 'string', got unconvertible type '${type}', value: '${print(value)}'`);
    return '';
  }

  object(values: Values | undefined, key: string, where = key): Values | undefined {
    const value = values?.[key];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'object' && !Array.isArray(value)) return value as Values;
    this.errors.push(`'${where}' expected a map, got '${Array.isArray(value) ? 'slice' : GO[typeof value]}'`);
    return undefined;
  }

  audience(value: unknown): readonly string[] {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
    const kind = typeof value === 'object' ? 'map' : GO[typeof value];
    this.errors.push(`'aud': source data must be an array or slice, got ${kind}`);
    return [];
  }
}

const GO: Readonly<Record<string, string>> = { number: 'float64', boolean: 'bool', string: 'string' };
const print = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/**
 * Reads the ServiceAccount from claims: the `kubernetes.io` claim of a bound token, else the flat claims of a legacy one.
 * `sub` is never read.
 * @returns or the text of the 500 that a claim of the wrong form causes
 */
export const readServiceAccount = (claims: Values): Read<ServiceAccount> => {
  const decoder = new Decoder();
  const audience = decoder.audience(claims.aud);
  const bound = decoder.object(claims, 'kubernetes.io');
  const account = decoder.object(bound, 'serviceaccount', 'kubernetes.io.serviceaccount');
  const legacy = (key: string): string => decoder.text(claims, `${LEGACY}/${key}`);
  const value: ServiceAccount = {
    name: account ? decoder.text(account, 'name', 'kubernetes.io.serviceaccount.name') : legacy('service-account.name'),
    uid: account ? decoder.text(account, 'uid', 'kubernetes.io.serviceaccount.uid') : legacy('service-account.uid'),
    namespace: bound ? decoder.text(bound, 'namespace', 'kubernetes.io.namespace') : legacy('namespace'),
    secretName: legacy('secret.name'),
    audience,
  };
  const { errors } = decoder;
  if (errors.length === 0) return { value };
  const lines = [...errors].sort().map((error) => `* ${error}`);
  return { error: `${errors.length} error(s) decoding:\n\n${lines.join('\n')}` };
};
