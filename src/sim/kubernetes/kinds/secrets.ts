import { jsonSyntaxError } from '../../go/json-syntax.ts';
import { base64, fromBase64, fromUtf8, utf8 } from '../../jwt/index.ts';
import { type FieldError, forbidden, invalid, required } from '../api/field-errors.ts';
import { immutable } from '../api/meta-validation.ts';
import { configKey, dnsSubdomain } from '../api/names.ts';
import { type KubeObject, part, sameJson } from '../api/object.ts';
import type { Kind } from './kind.ts';

/** Keys that each type must have (kubernetes: ValidateSecret). */
const REQUIRED_KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
};

/** Type of Secrets that hold a long-lived token, and the annotation that names its ServiceAccount. */
export const TOKEN_TYPE = 'kubernetes.io/service-account-token';
/** Annotation that names a token Secret's ServiceAccount. */
export const ACCOUNT_ANNOTATION = 'kubernetes.io/service-account.name';

const validate = (secret: KubeObject): FieldError[] => {
  const data = part(secret, 'data');
  const errors = Object.keys(data).flatMap((key) => configKey(key).map((e) => invalid(`data[${key}]`, key, e)));
  const type = String(secret.type ?? '');
  if (type === TOKEN_TYPE && !secret.metadata.annotations?.[ACCOUNT_ANNOTATION])
    errors.push(required(`metadata.annotations[${ACCOUNT_ANNOTATION}]`));
  for (const key of REQUIRED_KEYS[type] ?? []) if (!(key in data)) errors.push(required(`data[${key}]`));
  for (const key of ['.dockercfg', '.dockerconfigjson'])
    if ((REQUIRED_KEYS[type] ?? []).includes(key) && key in data) {
      const error = jsonSyntaxError(secretText(secret, key) ?? '');
      if (error !== undefined) errors.push(invalid(`data[${key}]`, '<secret contents redacted>', error));
    }
  if (type === 'kubernetes.io/basic-auth' && !('username' in data) && !('password' in data))
    errors.push(required('data[username]'), required('data[password]'));
  return errors;
};

const validateUpdate = (next: KubeObject, old: KubeObject): FieldError[] => {
  const errors = immutable(next.type, old.type, 'type');
  if (old.immutable === true) {
    if (next.immutable !== true) errors.push(forbidden('immutable', 'field is immutable when `immutable` is set'));
    if (!sameJson(next.data ?? {}, old.data ?? {}))
      errors.push(forbidden('data', 'field is immutable when `immutable` is set'));
  }
  return [...errors, ...validate(next)];
};

/** `v1` Secret. */
export const secrets: Kind = {
  kind: 'Secret',
  plural: 'secrets',
  singular: 'secret',
  group: '',
  namespaced: true,
  names: dnsSubdomain,
  defaults: (secret) => {
    secret.type ??= 'Opaque';
    // What clients write in clear is stored as data; the field itself is never read back.
    const clear = Object.entries(part(secret, 'stringData'));
    if (clear.length > 0)
      secret.data = {
        ...part(secret, 'data'),
        ...Object.fromEntries(clear.map(([key, text]) => [key, base64(utf8(String(text)))])),
      };
    delete secret.stringData;
  },
  prepareUpdate: (next, old) => {
    if (next.type === undefined || next.type === '') next.type = old.type;
  },
  validate,
  validateUpdate,
  selectable: (secret) => ({ type: String(secret.type ?? '') }),
};

/** A key of a Secret in clear, or `null` where it is absent. */
export const secretText = (secret: KubeObject, key: string): string | null => {
  const value = part(secret, 'data')[key];
  if (typeof value !== 'string') return null;
  const decoded = fromBase64(value);
  return 'bytes' in decoded ? fromUtf8(decoded.bytes) : null;
};
