/** When a dependency is fetched again. Source: consul-template 0.39.1, dependency/vault_common.go (leaseCheckWait). */

type Json = Readonly<Record<string, unknown>>;
const record = (data: unknown): Json => (typeof data === 'object' && data !== null ? (data as Json) : {});
const seconds = (data: unknown): number | undefined =>
  typeof data === 'number' && Number.isInteger(data) ? data : undefined;

export interface WaitOptions {
  /** Seconds between reads of secrets without a lease (`static_secret_render_interval`, default 300). */
  staticInterval: number;
  /** `lease_renewal_threshold`, default 0.9. */
  threshold: number;
  /** A number in [0, 1) that decides within the bounds. */
  random: number;
  /** Unix seconds. */
  now: number;
}

/** Is the answer's lease (or its token) renewed by a watcher, so that no wait applies? @param body Vault's answer */
export const isRenewable = (body: unknown): boolean => {
  const secret = record(body);
  return secret.auth ? record(secret.auth).renewable === true : secret.renewable === true;
};

interface Base {
  seconds: number;
  /** The next value comes at a known time: no spread is applied. */
  rotating: boolean;
}

const baseOf = (secret: Json, now: number): Base => {
  const data = record(secret.data);
  const auth = seconds(record(secret.auth).lease_duration) ?? 0;
  const base: Base = { seconds: auth > 0 ? auth : (seconds(secret.lease_duration) ?? 0), rotating: false };
  if (secret.lease_id) return base;
  const expiration = seconds(data.expiration);
  if ('certificate' in data && expiration !== undefined) base.seconds = expiration - now;
  const idTtl = seconds(data.secret_id_ttl);
  if ('secret_id' in data && idTtl !== undefined && idTtl > 0) base.seconds = idTtl + 1;
  const ttl = seconds(data.ttl);
  return 'rotation_period' in data && ttl !== undefined ? { seconds: ttl + 1, rotating: true } : base;
};

/**
 * Milliseconds until a secret that nobody renews is read or written again: most of its lease, spread by ±5 % of it.
 * @param body Vault's answer
 */
export const waitAfter = (body: unknown, options: WaitOptions): number => {
  const { seconds: known, rotating } = baseOf(record(body), options.now);
  const base = (known > 0 ? known : options.staticInterval) * 1000;
  if (rotating) return base;
  const drawn = options.threshold + (options.random - 0.5) * 0.1;
  return base * (drawn >= 1 || drawn <= 0 ? options.threshold : drawn);
};

/** Milliseconds between two lists (`secrets`): the static interval, without spread. */
export const waitAfterList = (options: Pick<WaitOptions, 'staticInterval'>): number => options.staticInterval * 1000;

/** How often a `file` is looked at, in milliseconds (dependency/file.go). */
export const FILE_POLL = 2000;
