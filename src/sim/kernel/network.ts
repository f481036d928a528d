import type { FailureReason } from './http.ts';
import type { Time } from './time.ts';

/** Stands as the actor of a listener that has gone; its name still resolves. */
export const NOBODY = '';

/** Who answers at a name. */
export interface Listener {
  readonly actor: string;
  readonly place: string;
  readonly authority?: string;
  readonly notAfter?: number;
}

/** Where actors run: one network address and one clock each. */
export interface Place {
  readonly address: string;
  /** Milliseconds by which the clock of this place is ahead. */
  readonly skew: Time;
}

/** A disturbance of the way between two places; `*` stands for any, a trailing `*` for any ending. */
export interface NetworkFault {
  readonly id: string;
  readonly from: string;
  /** A place or a host name with port. */
  readonly to: string;
  /** `cut`: packets vanish; `refuse`, `reset`, `no such host`: fails at once in that way; `latency`: each way so much more; `loss`: requests vanish with a probability. */
  readonly effect: 'cut' | 'refuse' | 'reset' | 'no such host' | 'latency' | 'loss';
  readonly milliseconds?: Time;
  /** 0 to 1, for `loss`. */
  readonly share?: number;
}

export interface Network {
  /** Milliseconds one way between any two places. */
  readonly latency: Time;
  readonly listeners: Readonly<Record<string, Listener>>;
  readonly places: Readonly<Record<string, Place>>;
  readonly faults: readonly NetworkFault[];
}

/** What becomes of a request: delivered, failed (after `after` ms), or swallowed. */
export type Route =
  | { readonly kind: 'delivered'; readonly listener: Listener; readonly latency: Time }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly after: Time; readonly toPlace: string }
  | { readonly kind: 'swallowed'; readonly toPlace: string };

const matches = (pattern: string, value: string): boolean =>
  pattern === value || pattern === '*' || (pattern.endsWith('*') && value.startsWith(pattern.slice(0, -1)));

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** `https://vault:8200/` → `{ scheme: 'https', host: 'vault:8200' }`; the port is always given. */
export const parseOrigin = (origin: string): { scheme: string; host: string } => {
  const m = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)/i.exec(origin);
  const scheme = (m?.[1] ?? 'http').toLowerCase();
  const authority = m?.[2] ?? origin;
  return { scheme, host: /:\d+$/.test(authority) ? authority : `${authority}:${DEFAULT_PORTS[`${scheme}:`] ?? '80'}` };
};

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::|$)/;

/** Under which name a listener is found: a loopback address means another listener in every place. */
export const listenerKey = (host: string, place: string): string => (LOOPBACK.test(host) ? `${place}|${host}` : host);

/** The milliseconds a message takes from one place to another now, or `null` where it is swallowed. */
export const travel = (net: Network, from: string, to: string): Time | null => {
  let latency = net.latency;
  for (const f of net.faults) {
    if (!(matches(f.from, from) && matches(f.to, to))) continue;
    if (f.effect === 'cut') return null;
    if (f.effect === 'latency') latency += f.milliseconds ?? 0;
  }
  return latency;
};

const IMMEDIATE: Partial<Record<NetworkFault['effect'], FailureReason>> = {
  refuse: 'refused',
  reset: 'reset',
  'no such host': 'no such host',
};

/**
 * Decide what becomes of a request from `from` to `origin`.
 * @param luck a number in [0, 1) for `loss`
 * @param wall the client's clock, for the server certificate's expiry
 */
export const route = (
  net: Network,
  from: string,
  origin: string,
  trust: readonly string[] | undefined,
  luck: number,
  wall: number,
): Route => {
  const { scheme, host } = parseOrigin(origin);
  const listener = net.listeners[listenerKey(host, from)];
  const toPlace = listener?.place ?? host;
  const failed = (reason: FailureReason): Route => ({ kind: 'failed', reason, after: net.latency, toPlace });
  for (const f of net.faults) {
    if (!matches(f.from, from) || !(matches(f.to, toPlace) || matches(f.to, host))) continue;
    const reason = IMMEDIATE[f.effect];
    if (reason) return failed(reason);
    if (f.effect === 'cut' || (f.effect === 'loss' && luck < (f.share ?? 1))) return { kind: 'swallowed', toPlace };
  }
  if (!listener || listener.actor === NOBODY)
    return failed(listener || resolves(net, host) ? 'refused' : 'no such host');
  if (listener.authority !== undefined) {
    if (scheme !== 'https') return failed('reset');
    if (trust && !trust.includes(listener.authority)) return failed('unknown authority');
    if (listener.notAfter !== undefined && wall > listener.notAfter) return failed('certificate expired');
  } else if (scheme === 'https') return failed('reset');
  const latency = travel(net, from, toPlace);
  return latency === null ? { kind: 'swallowed', toPlace } : { kind: 'delivered', listener, latency };
};

/** Names resolve when they are IP addresses, or when anything listens, or has listened, under that name. */
const resolves = (net: Network, host: string): boolean => {
  const name = host.replace(/:\d+$/, '');
  if (name === 'localhost' || /^[\d.]+$/.test(name) || name.startsWith('[')) return true;
  return Object.keys(net.listeners).some((h) => h.replace(/:\d+$/, '') === name) || name in net.places;
};

/** Address of requests that come from outside the modelled network (RFC 5737's example range). */
export const OUTSIDE_ADDRESS = '192.0.2.10';

/** An address in 10.0.0.0/8 for a place that was given none: the same name has the same address everywhere. */
export const defaultAddress = (place: string): string => {
  let h = 7;
  for (let i = 0; i < place.length; i++) h = (Math.imul(h, 31) + place.charCodeAt(i)) >>> 0;
  return `10.${(h >>> 16) & 127}.${(h >>> 8) & 255}.${1 + (h % 254)}`;
};
