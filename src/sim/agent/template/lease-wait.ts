/** When a secret that is not renewed is read again. Source: consul-template: dependency/vault_common.go, leaseCheckWait. */

export interface LeaseWait {
  /** Milliseconds. */
  readonly wait: number;
  /** Debug line about what decided. */
  readonly note?: string;
}

const numberIn = (data: Readonly<Record<string, unknown>>, key: string): number | undefined => {
  const value = data[key];
  if (value === undefined || value === null || value === '') return undefined;
  const n = Number(value);
  return Number.isFinite(n) ? n : undefined;
};

/**
 * @param secret the answer: `lease_id`, `lease_duration`, `data`, `auth`
 * @param interval `static_secret_render_interval` in seconds, for secrets without a lease
 * @param threshold `lease_renewal_threshold`
 * @param wall the Agent's clock, Unix milliseconds
 * @param u in [0, 1)
 * @returns the wait, or an error: the secret is about to be rotated
 */
export const leaseWait = (
  secret: Readonly<Record<string, unknown>>,
  interval: number,
  threshold: number,
  wall: number,
  u: number,
): LeaseWait | { error: string } => {
  const data = (typeof secret.data === 'object' && secret.data !== null ? secret.data : {}) as Record<string, unknown>;
  const granted = (secret.auth as { lease_duration?: unknown } | null | undefined)?.lease_duration;
  const leased = typeof secret.lease_id === 'string' && secret.lease_id !== '';
  let base = typeof secret.lease_duration === 'number' ? secret.lease_duration : 0;
  if (typeof granted === 'number' && granted > 0) base = granted;
  let note: string | undefined;
  let rotating = false;
  if (!leased) {
    const expiration = 'certificate' in data ? numberIn(data, 'expiration') : undefined;
    if (expiration !== undefined) {
      base = Math.trunc(expiration - Math.floor(wall / 1000));
      note = `Found certificate and set lease duration to ${base} seconds`;
    }
    const idTtl = 'secret_id' in data ? numberIn(data, 'secret_id_ttl') : undefined;
    if (idTtl !== undefined && idTtl > 0) {
      base = idTtl + 1;
      note = `Found approle secret_id and non-zero secret_id_ttl, setting lease duration to ${base} seconds`;
    }
    const ttl = 'rotation_period' in data ? numberIn(data, 'ttl') : undefined;
    if (ttl !== undefined && ttl > 0) {
      note = `Found rotation_period and set lease duration to ${ttl} seconds`;
      base = ttl + 1;
      rotating = true;
    } else if (ttl === 0) return { error: 'vault rotating secret returned ttl=0, will retry' };
  }
  if (base <= 0) base = interval;
  const stagger = threshold + (u - 0.5) * 0.1;
  const fraction = rotating ? 1 : stagger >= 1 || stagger <= 0 ? threshold : stagger;
  return { wait: base * 1000 * fraction, ...(note !== undefined && { note }) };
};
