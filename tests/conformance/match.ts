/**
 * Compares what a recording expects with what the model gave, as recordings/README.md says: named placeholders are
 * bound when first seen and must return with the same value, anonymous ones stand for anything, seconds may differ by
 * two, random material is compared by its shape.
 */

/** Where two values first differ. */
export interface Difference {
  /** Path inside the answer: `auth.policies[1]`. */
  readonly at: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Seconds the real systems may have taken. */
const SECONDS = 2;

const NAMED = /^(?:(?:token|accessor|uuid|entity|request|lease|jwt|hmac) \d+|ca kubernetes|key cluster|key other)$/;
const ANYTHING = new Set([
  'rv',
  'random',
  'id',
  'hash',
  'uuid',
  'dir',
  'help',
  'dns',
  'addr',
  'default policy',
  'database user',
]);
const MOMENT = /^(time|unix) ([+-]\d+)$/;
const PLACEHOLDER = /<([a-z][a-z0-9 +-]*)>/g;

/** Keys whose numbers are remaining seconds. */
const SECOND_KEYS = new Set(['ttl', 'lease_duration', 'echo_duration_ms', 'clock_skew_ms', 'secret_id_ttl']);

/** Random material that recordings keep as it was: equal when both sides have the same shape. */
const SHAPES: readonly RegExp[] = [
  // A key's id and its modulus; a moment so far away that the recorder did not see where it was counted from.
  /^[\w-]{43}$/,
  // The one-time password of a root generation.
  /^[A-Za-z0-9]{28}$/,
  /^[\w-]{342}$/,
  /^2[1-9]\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  /^vault-cluster-[0-9a-f]{8}$/,
  // A lease's own part of its id; a database password; 32 bytes: a public key, a data key.
  /^(?=.*\d)[A-Za-z0-9]{24}$/,
  /^v-[\w-]+-[A-Za-z0-9]{20}-\d{10}$/,
  /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*-)[A-Za-z0-9-]{20}$/,
  /^[A-Za-z0-9+/]{43}=$/,
  /^[a-z]+(?:_[a-z]+)*_[0-9a-f]{8}$/,
  /^-----BEGIN [A-Z ]+-----\n[\s\S]+\n-----END [A-Z ]+-----\n?$/,
];

/** Made by chance and sent again later in the case as the recorder got it: a ciphertext, a serial number, a certificate. */
const RETURNING: readonly RegExp[] = [
  /^vault:v\d+:[A-Za-z0-9+/]{38,}={0,2}$/,
  /^(?:[0-9a-f]{2}:){7,}[0-9a-f]{2}$/,
  /^-----BEGIN [A-Z ]+-----\n[\s\S]+\n-----END [A-Z ]+-----\n?$/,
];

/** A ciphertext keeps its version and its length. */
const frame = (text: string): string => text.replace(/^(vault:v\d+:)(.*)$/, (_, head, tail) => `${head}${tail.length}`);

const sameKind = (expected: string, got: string): boolean =>
  RETURNING.some((s) => s.test(expected) && s.test(got)) &&
  (!expected.startsWith('vault:') || frame(expected) === frame(got));

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const GO_DURATION = /(?<![\w.])(?:\d+h)?(?:\d+m)?(?:\d+s)?(?![\w.])/g;

const seconds = (duration: string): number => {
  const m = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(duration);
  return m ? Number(m[1] ?? 0) * 3600 + Number(m[2] ?? 0) * 60 + Number(m[3] ?? 0) : Number.NaN;
};

/** Placeholders and the values they stand for, within one case. */
export class Bindings {
  readonly #values = new Map<string, string>();
  /** What chance gave here for what it gave the recorder. */
  readonly #stand = new Map<string, string>();
  /** Unix milliseconds at which the case began. */
  readonly start: number;

  constructor(start: number) {
    this.start = start;
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  bind(name: string, value: string): void {
    this.#values.set(name, value);
  }

  /** Whether a value of chance may stand for the recorded one: the first that comes does, then that one only. */
  standsFor(expected: string, got: string): boolean {
    if (!sameKind(expected, got)) return false;
    const known = this.#stand.get(expected);
    if (known === undefined) this.#stand.set(expected, got);
    return known === undefined || known === got;
  }

  /** What stands for a recorded value of chance. */
  stand(expected: string): string | undefined {
    return this.#stand.get(expected);
  }

  /** Put the known values into a request, a command, a file name. Unknown placeholders stay as they are. */
  fill<T>(value: T): T {
    if (typeof value === 'string') {
      const whole = value.replace(PLACEHOLDER, (all, name: string) => {
        const moment = MOMENT.exec(name);
        if (moment) {
          const at = this.start + Number(moment[2]) * 1000;
          return moment[1] === 'unix' ? String(Math.floor(at / 1000)) : `${new Date(at).toISOString().slice(0, 19)}Z`;
        }
        return this.#values.get(name) ?? all;
      });
      let text = whole;
      for (const [recorded, here] of this.#stand) text = text.replaceAll(recorded, here);
      return text as T;
    }
    if (Array.isArray(value)) return value.map((v) => this.fill(v)) as T;
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [this.fill(k), this.fill(v)])) as T;
    }
    return value;
  }
}

const momentOf = (text: string): number => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text));

/** Compare one text; binds what it meets for the first time. */
const textMatches = (expected: string, got: string, bindings: Bindings): boolean => {
  const captures: { name: string; moment?: number }[] = [];
  let pattern = '';
  let from = 0;
  for (const m of expected.matchAll(PLACEHOLDER)) {
    const name = m[1] ?? '';
    const moment = MOMENT.exec(name);
    let piece: string;
    if (moment) {
      piece = moment[1] === 'unix' ? '(\\d+(?:\\.\\d+)?)' : '(\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(?:Z|[+-]\\d\\d:\\d\\d))';
      captures.push({ name, moment: bindings.start + Number(moment[2]) * 1000 });
    } else if (ANYTHING.has(name)) {
      piece = '[\\s\\S]*?';
    } else if (NAMED.test(name)) {
      const known = bindings.get(name);
      piece = known === undefined ? '([\\s\\S]+?)' : literal(known);
      if (known === undefined) captures.push({ name });
    } else continue;
    pattern += literal(expected.slice(from, m.index)) + piece;
    from = (m.index ?? 0) + m[0].length;
  }
  if (pattern === '') return expected === got;
  const found = new RegExp(`^${pattern}${literal(expected.slice(from))}$`).exec(got);
  if (!found) return false;
  return captures.every(({ name, moment }, i) => {
    const value = found[i + 1] ?? '';
    if (moment !== undefined) return Math.abs(momentOf(value) - moment) <= SECONDS * 1000 + 999;
    const known = bindings.get(name);
    if (known !== undefined) return known === value;
    bindings.bind(name, value);
    return true;
  });
};

/** Addresses that belong to the machine: the near end of a connection, the resolver that was asked. */
const MACHINE_ADDRESS = /\b[\d.]+:\d+(?=->)|(?<= on )[\d.]+:53(?=: no such host)/g;

/** The same text but for the recording machine's own addresses, where the recording did not name them `<addr>` or `<dns>`. */
const sameButAddresses = (expected: string, got: string, bindings: Bindings): boolean => {
  const named = expected.replace(MACHINE_ADDRESS, '<addr>');
  return named !== expected && textMatches(named, got, bindings);
};

/** The same text but for durations a second or two apart. */
const sameButSeconds = (expected: string, got: string): boolean => {
  const apart = (text: string): string => text.replace(GO_DURATION, (d) => (d === '' ? '' : '\u0000'));
  if (apart(expected) !== apart(got)) return false;
  const a = [...expected.matchAll(GO_DURATION)].filter((m) => m[0] !== '');
  const b = [...got.matchAll(GO_DURATION)].filter((m) => m[0] !== '');
  return a.length === b.length && a.every((m, i) => Math.abs(seconds(m[0]) - seconds(b[i]?.[0] ?? '')) <= SECONDS);
};

const CHANCE_ID = /^(?:<(?:accessor|entity|uuid|lease|token) \d+>|[0-9A-Za-z]{24}|(?:[0-9a-f]{2}:){7,}[0-9a-f]{2})$/;

/** Ids that chance made. The real lists are sorted by them, so their order is chance as well. */
const isListOfIds = (list: readonly unknown[]): list is readonly string[] =>
  list.length > 1 && list.every((item) => typeof item === 'string' && CHANCE_ID.test(item));

/** The same ids in any order: known ones first, then as many strangers as are left. */
const sameIds = (expected: readonly string[], got: readonly unknown[], bindings: Bindings): boolean => {
  if (expected.length !== got.length) return false;
  const left = [...got];
  const strangers = expected.filter((id) => {
    const known = id.startsWith('<') ? bindings.get(id.slice(1, -1)) : bindings.stand(id);
    if (known === undefined) return true;
    const at = left.indexOf(known);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
  return strangers.every(
    (id, i) => typeof left[i] === 'string' && (!id.startsWith('<') || textMatches(id, left[i], bindings)),
  );
};

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/**
 * The first difference between an expected value and the one that came, or `null` when they are the same.
 * @param key name under which the value stands, for the rules that depend on it
 */
export const compare = (expected: unknown, got: unknown, bindings: Bindings, at = '', key = ''): Difference | null => {
  const differ: Difference = { at, expected, got };
  if (typeof expected === 'string') {
    const text = typeof got === 'number' && /^<unix [+-]\d+>$/.test(expected) ? String(got) : got;
    if (typeof text !== 'string') return differ;
    if (bindings.standsFor(expected, text)) return null;
    if (textMatches(expected, text, bindings) || SHAPES.some((s) => s.test(expected) && s.test(text))) return null;
    return sameButSeconds(expected, text) || sameButAddresses(expected, text, bindings) ? null : differ;
  }
  if (kindOf(expected) !== kindOf(got)) return differ;
  if (typeof expected === 'number' && typeof got === 'number') {
    // The port that the recorder's connection happened to have.
    if (key === 'remote_port') return null;
    const near = SECOND_KEYS.has(key) && Math.abs(expected - got) <= SECONDS;
    return expected === got || near ? null : differ;
  }
  if (Array.isArray(expected) && Array.isArray(got)) {
    if (isListOfIds(expected) && sameIds(expected, got, bindings)) return null;
    for (let i = 0; i < Math.max(expected.length, got.length); i++) {
      if (i >= expected.length || i >= got.length) return { at: `${at}[${i}]`, expected: expected[i], got: got[i] };
      const d = compare(expected[i], got[i], bindings, `${at}[${i}]`, key);
      if (d) return d;
    }
    return null;
  }
  if (expected !== null && typeof expected === 'object') return compareObjects(expected, got as object, bindings, at);
  return expected === got ? null : differ;
};

const compareObjects = (expected: object, got: object, bindings: Bindings, at: string): Difference | null => {
  const left = new Map(Object.entries(got));
  let first: Difference | null = null;
  for (const [name, value] of Object.entries(expected)) {
    const path = at === '' ? name : `${at}.${name}`;
    // Map keys can be placeholders too (the mount's accessor, a token's accessor).
    const match = left.has(name)
      ? name
      : [...left.keys()].find((k) => isPlaceholder(name) && textMatches(name, k, bindings));
    if (match === undefined) first ??= { at: path, expected: value, got: undefined };
    else {
      // Go on after a difference, so that what follows is bound.
      const difference = compare(value, left.get(match), bindings, path, name);
      first ??= difference;
      left.delete(match);
    }
  }
  const [extra] = left;
  return (
    first ?? (extra ? { at: at === '' ? extra[0] : `${at}.${extra[0]}`, expected: undefined, got: extra[1] } : null)
  );
};

const isPlaceholder = (text: string): boolean => /<[a-z][a-z0-9 +-]*>/.test(text);
