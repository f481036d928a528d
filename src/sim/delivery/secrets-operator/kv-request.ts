import type { Operation } from '../../agent/api/client.ts';
import { parseGoDuration } from '../go-duration.ts';
import { DRIFT_CHECK, horizonWithJitter, luck } from './horizon.ts';

/** The `spec` of a VaultStaticSecret. */
export type StaticSpec = Readonly<Record<string, unknown>>;

/** Whether drift is looked for (`hmacSecretData`, default true). */
export const comparesMacs = (spec: StaticSpec): boolean => spec.hmacSecretData !== false;

/**
 * When a static secret is looked at again. Source: vault-secrets-operator 1.4.1: controllers/vaultstaticsecret_controller.go.
 * @param entropy seed of the jitter
 * @returns milliseconds, 0: never by itself; or the operator's words for what is wrong with `refreshAfter`
 */
export const staticHorizon = (spec: StaticSpec, entropy: number): number | { readonly error: string } => {
  const text = String(spec.refreshAfter ?? '');
  const check = comparesMacs(spec) ? horizonWithJitter(DRIFT_CHECK, luck(entropy)) : 0;
  if (text === '') return check;
  const given = parseGoDuration(text);
  if (typeof given !== 'number')
    return { error: `invalid value ${JSON.stringify(text)} for .spec.refreshAfter, ${given.error}` };
  return horizonWithJitter(given, luck(entropy)) || check;
};

/** The read that brings the secret. @returns the operation, or the operator's words for a type that it does not know */
export const kvRead = (spec: StaticSpec, token: string): Operation | { readonly error: string } => {
  const { type, mount, path, version } = spec;
  if (type === 'kv-v1') return { method: 'GET', path: `${mount}/${path}`, token };
  if (type !== 'kv-v2') return { error: `unsupported secret type ${JSON.stringify(type)}` };
  const query = typeof version === 'number' && version > 0 ? `?version=${version}` : '';
  return { method: 'GET', path: `${mount}/data/${path}${query}`, token };
};
