/**
 * How the Agent's template runner gets a dependency from Vault, as pure steps: `preflight` (is the mount KV v2?), then
 * `requestFor`, then `answerOf`. Source: consul-template 0.39.1, dependency/vault_{read,write,list,pki,common}.go.
 */

import type { PemParts } from '../values/secret.ts';
import type { VaultList, VaultPki, VaultRead, VaultWrite } from './dependency.ts';
import { nameOf } from './name.ts';

export type VaultDependency = VaultRead | VaultWrite | VaultList | VaultPki;

export interface FetchRequest {
  method: 'GET' | 'PUT' | 'LIST';
  /** With `/v1/`, without query. */
  path: string;
  /** Encoded query, '' for none. */
  query: string;
  body: Readonly<Record<string, unknown>> | null;
}

/** What the preflight told about the mount: its path with a trailing slash, '' where unknown. */
export interface Mount {
  path: string;
  kv2: boolean;
}

export const PLAIN_MOUNT: Mount = { path: '', kv2: false };

const get = (path: string): FetchRequest => ({ method: 'GET', path: `/v1/${path}`, query: '', body: null });

/** The question whether a path lies in a KV v2 mount; null where none is asked. A read asks once in its life. */
export const preflight = (dependency: VaultDependency): FetchRequest | null =>
  dependency.type === 'vault.pki' ? null : get(`sys/internal/ui/mounts/${dependency.path}`);

type Json = Readonly<Record<string, unknown>>;
const record = (data: unknown): Json => (typeof data === 'object' && data !== null ? (data as Json) : {});

/**
 * Reads the answer of the preflight. @param body JSON of a 200 answer
 * A 404 (and for a write or list any failure) counts as PLAIN_MOUNT without a word; for a read other failures are
 * logged with `preflightWarning` and count as PLAIN_MOUNT too.
 */
export const mountOf = (body: unknown): Mount => {
  const data = record(record(body).data);
  const path = typeof data.path === 'string' ? data.path : '';
  return { path, kv2: data.type === 'kv' && record(data.options).version === '2' };
};

/** Text of the `[WARN]  agent:` line after a failed preflight of a read. @param error API error text */
export const preflightWarning = (dependency: VaultRead, error: string): string =>
  `${nameOf(dependency)}: failed to check if ${dependency.path} is KVv2, assume not: ${error}`;

const withoutPrefix = (text: string, prefix: string): string =>
  text.startsWith(prefix) ? text.slice(prefix.length) : text;

/** Joins as Go's path.Join: no empty parts, no doubled slashes. */
const join = (...parts: string[]): string =>
  parts
    .join('/')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

/** Where a KV v2 mount keeps what a template calls `path`: `data/` goes in unless it or `metadata/` is there. */
export const dataPath = (path: string, mount: string): string => {
  if (path === mount || path === mount.replace(/\/$/, '')) return join(mount, 'data');
  const inside = withoutPrefix(path, mount);
  return inside.startsWith('data/') || inside.startsWith('metadata/') ? path : join(mount, 'data', inside);
};

/** The same for lists, which live under `metadata/`. */
export const listPath = (path: string, given: string): string => {
  const mount = given.replace(/\/$/, '');
  if (path.startsWith(join(mount, 'metadata'))) return path;
  return path === mount ? join(mount, 'metadata') : join(mount, 'metadata', withoutPrefix(path, mount));
};

const escapeQuery = (text: string): string =>
  encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const encode = (query: VaultRead['query']): string =>
  Object.keys(query)
    .sort()
    .flatMap((key) => query[key]!.map((item) => `${escapeQuery(key)}=${escapeQuery(item)}`))
    .join('&');

/** The request for the secret itself. */
export const requestFor = (dependency: VaultDependency, mount: Mount): FetchRequest => {
  const { path } = dependency;
  switch (dependency.type) {
    case 'vault.read':
      return { ...get(mount.kv2 ? dataPath(path, mount.path) : path), query: encode(dependency.query) };
    case 'vault.list':
      return { method: 'LIST', path: `/v1/${mount.kv2 ? listPath(path, mount.path) : path}`, query: '', body: null };
    case 'vault.write':
      return mount.kv2
        ? { method: 'PUT', path: `/v1/${dataPath(path, mount.path)}`, query: '', body: { data: dependency.data } }
        : { method: 'PUT', path: `/v1/${path}`, query: '', body: dependency.data };
    case 'vault.pki':
      return { method: 'PUT', path: `/v1/${path}`, query: '', body: dependency.data };
  }
};

export type Answer = { ok: true; data: unknown } | { ok: false; error: string };

/** A version that has a deletion time in the past is as good as none. @param now Unix milliseconds */
const isDeleted = (body: Json, now: number): boolean => {
  const time = record(record(body.data).metadata).deletion_time;
  const at = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return now > at;
};

/** PEM blocks of an issue answer, sorted into certificate, key and authorities (vault_pki.go: pemsCert). */
export const pemParts = (data: unknown, isAuthority: (pem: string) => boolean): PemParts => {
  const texts = Object.entries(record(data)).flatMap(([key, item]) =>
    typeof item === 'string'
      ? [item]
      : key === 'ca_chain' && Array.isArray(item)
        ? item.filter((pem) => typeof pem === 'string')
        : [],
  );
  const blocks = texts
    .flatMap((text) => text.match(/-----BEGIN [^-]+-----[\s\S]*?-----END [^-]+-----/g) ?? [])
    .map((pem) => `${pem}\n`);
  const key = blocks.filter((pem) => /^-----BEGIN [^-]*PRIVATE KEY-----/.test(pem)).at(-1) ?? '';
  const certificates = blocks.filter((pem) => /^-----BEGIN CERTIFICATE-----/.test(pem));
  const chain = [...new Set(certificates.filter(isAuthority))];
  return {
    cert: certificates.filter((pem) => !isAuthority(pem)).at(-1) ?? '',
    key,
    ca: chain[0] ?? '',
    caChain: chain,
  };
};

/**
 * What a template gets of Vault's answer, or the error the runner logs whole after `(view) `. The data of a `vault.pki` are
 * the fields of the answer, to be put through `pemParts`.
 * @param body parsed JSON; null for an empty body. @param error API error text for an answer that is one, else null
 * (a 404 without errors is no error to the API client). @param now Unix milliseconds
 */
export const answerOf = (
  dependency: VaultDependency,
  mount: Mount,
  body: unknown,
  error: string | null,
  now: number,
): Answer => {
  const name = nameOf(dependency);
  // Reads and writes name themselves twice, lists and certificates once.
  const twice = dependency.type === 'vault.read' || dependency.type === 'vault.write';
  if (error !== null) return { ok: false, error: twice ? `${name}: ${name}: ${error}` : `${name}: ${error}` };
  const secret = body === null ? null : record(body);
  switch (dependency.type) {
    case 'vault.read':
      if (secret && !isDeleted(secret, now)) return { ok: true, data: secret };
      return {
        ok: false,
        error: `${name}: no secret exists at ${withoutPrefix(requestFor(dependency, mount).path, '/v1/')}`,
      };
    case 'vault.write':
      if (!secret && mount.kv2) return { ok: false, error: `${name}: no secret exists at ${dependency.path}` };
      return { ok: true, data: secret };
    case 'vault.pki':
      return secret ? { ok: true, data: secret.data } : { ok: false, error: `no secret exists at ${dependency.path}` };
    case 'vault.list': {
      const keys = record(secret?.data).keys;
      if (keys === undefined) return { ok: true, data: [] };
      if (!Array.isArray(keys)) return { ok: false, error: `${name}: unexpected response` };
      if (keys.some((key) => typeof key !== 'string')) return { ok: false, error: `${name}: non-string in list` };
      return { ok: true, data: [...keys].sort() };
    }
  }
};
