/** Vault's answers as templates see them. consul-template: dependency/vault_common.go, vault_pki.go. */
import { toBytes } from '../text/utf8.ts';
import { ANY, BOOL, INT, JSON_NUMBER, OBJECT, pointerTo, STRING, STRINGS, structOf, TEXTS, TIME } from './type.ts';
import { bool, int, list, object, str, strings, type Value, value, zero } from './value.ts';

const AUTH = structOf('dependency.SecretAuth', [
  { name: 'ClientToken', type: STRING },
  { name: 'Accessor', type: STRING },
  { name: 'Policies', type: STRINGS },
  { name: 'Metadata', type: TEXTS },
  { name: 'LeaseDuration', type: INT },
  { name: 'Renewable', type: BOOL },
]);
const WRAP = structOf('dependency.SecretWrapInfo', [
  { name: 'Token', type: STRING },
  { name: 'TTL', type: INT },
  { name: 'CreationTime', type: TIME },
  { name: 'WrappedAccessor', type: STRING },
]);
const SECRET = structOf('dependency.Secret', [
  { name: 'RequestID', type: STRING },
  { name: 'LeaseID', type: STRING },
  { name: 'LeaseDuration', type: INT },
  { name: 'Renewable', type: BOOL },
  { name: 'Data', type: OBJECT },
  { name: 'Warnings', type: STRINGS },
  { name: 'Auth', type: pointerTo(AUTH) },
  { name: 'WrapInfo', type: pointerTo(WRAP) },
]);
const PEM = structOf('dependency.PemEncoded', [
  { name: 'Cert', type: STRING },
  { name: 'Key', type: STRING },
  { name: 'CA', type: STRING },
  { name: 'CAChain', type: STRINGS },
]);
PEM.methods.Data = { params: [ANY], variadic: false, result: PEM, invoke: (_, args) => args[0]! };

/** JSON from Vault: numbers stay as written (json.Number). Depth is the sender's affair; nothing here recurses deeper. */
export const fromJson = (data: unknown): Value | null => {
  if (data === null || data === undefined) return null;
  if (typeof data === 'boolean') return bool(data);
  if (typeof data === 'number') return value(JSON_NUMBER, String(data));
  if (typeof data === 'string') return str(toBytes(data));
  if (Array.isArray(data)) return list(data.map(fromJson));
  return object(Object.entries(data as object).map(([key, item]) => [toBytes(key), fromJson(item)] as const));
};

type Json = Readonly<Record<string, unknown>>;
const record = (data: unknown): Json => (typeof data === 'object' && data !== null ? (data as Json) : {});
const text = (data: unknown): Value => str(typeof data === 'string' ? toBytes(data) : '');
const number = (data: unknown): Value => int(typeof data === 'number' && Number.isFinite(data) ? Math.trunc(data) : 0);
/** Empty lists and maps do not replace the nil that was there (updateSecret). */
const texts = (data: unknown): Value =>
  Array.isArray(data) && data.length > 0 ? strings(data.map((item) => toBytes(String(item)))) : zero(STRINGS);
const textMap = (data: unknown): Value =>
  Object.keys(record(data)).length > 0
    ? object(
        Object.entries(record(data)).map(([key, item]) => [toBytes(key), str(toBytes(String(item)))] as const),
        TEXTS,
      )
    : zero(TEXTS);

const authOf = (data: unknown): Value => {
  const auth = record(data);
  const fields = [
    text(auth.client_token),
    text(auth.accessor),
    texts(auth.policies),
    textMap(auth.metadata),
    number(auth.lease_duration),
    bool(auth.renewable === true),
  ];
  return value(pointerTo(AUTH), { target: value(AUTH, fields) });
};

const wrapOf = (data: unknown): Value => {
  const wrap = record(data);
  const at = typeof wrap.creation_time === 'string' ? Date.parse(wrap.creation_time) : Number.NaN;
  const created = value(TIME, BigInt(Number.isNaN(at) ? 0 : at) * 1_000_000n);
  return value(pointerTo(WRAP), {
    target: value(WRAP, [text(wrap.token), number(wrap.ttl), created, text(wrap.wrapped_accessor)]),
  });
};

/** `*dependency.Secret` from the body of a Vault answer (`request_id`, `lease_id`, `data`, …). */
export const secretValue = (body: unknown): Value => {
  // A write that answers without a body leaves a nil pointer behind.
  if (body === null || body === undefined) return zero(pointerTo(SECRET));
  const secret = record(body);
  const data = Object.keys(record(secret.data)).length > 0 ? fromJson(secret.data)! : zero(OBJECT);
  const fields = [
    text(secret.request_id),
    text(secret.lease_id),
    number(secret.lease_duration),
    bool(secret.renewable === true),
    data,
    texts(secret.warnings),
    secret.auth ? authOf(secret.auth) : zero(pointerTo(AUTH)),
    secret.wrap_info ? wrapOf(secret.wrap_info) : zero(pointerTo(WRAP)),
  ];
  return value(pointerTo(SECRET), { target: value(SECRET, fields) });
};

export interface PemParts {
  cert: string;
  key: string;
  ca: string;
  caChain: readonly string[];
}

/** `dependency.PemEncoded` from the parts found among PEM blocks. */
export const pemValue = (data: unknown): Value => {
  const parts = record(data);
  return value(PEM, [text(parts.cert), text(parts.key), text(parts.ca), texts(parts.caChain)]);
};
