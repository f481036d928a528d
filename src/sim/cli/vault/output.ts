/** How results look. Source: vault: command/format.go, command/util.go, command/base_helpers.go. */

import { goJson, sorted } from '../../go/json-write.ts';
import { shortDuration } from '../../vault/framework/duration.ts';
import { goPrint } from '../../vault/framework/go-value.ts';
import type { Process } from '../program.ts';
import { columnize, table } from '../text/columns.ts';
import { wrapIndented } from '../text/wrap.ts';
import { goYaml } from '../text/yaml.ts';
import { usage } from './failure.ts';
import type { Data, Secret } from './secret.ts';

export type Format = 'table' | 'json' | 'yaml' | 'pretty' | 'raw';
const FORMATS = ['table', 'json', 'yaml', 'yml', 'pretty', 'raw'];
export const WIDTH = 78;

/** @throws CommandFailure for a format that there is not */
export const formatOf = (name: string): Format => {
  const low = name.toLowerCase();
  if (!FORMATS.includes(low)) throw usage(`Invalid output format: ${name}`);
  return low === 'yml' ? 'yaml' : (low as Format);
};

const DURATIONS = new Set(['ttl', 'period', 'duration', 'lease_max', 'ttl_max']);
const looksLikeDuration = (key: string): boolean => DURATIONS.has(key) || /_(?:ttl|period|duration)$/.test(key);

const quotedList = (list: readonly string[] | null): string =>
  `[${(list ?? []).map((p) => JSON.stringify(p)).join(' ')}]`;
const isSeconds = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);
const durationOr = (value: unknown): string => (isSeconds(value) ? shortDuration(value) : goPrint(value));

/** `2026-11-24T12:04:17.5Z` as Go prints a time. */
const goTime = (text: string): string => {
  const m = /^(\d+-\d+-\d+)T([\d:.]+)(?:Z|([+-]\d\d):(\d\d))$/.exec(text);
  if (!m) return text;
  return m[3] === undefined ? `${m[1]} ${m[2]} +0000 UTC` : `${m[1]} ${m[2]} ${m[3]}${m[4]} ${m[3]}${m[4]}`;
};

const authRows = ({ auth }: Secret): string[][] => {
  if (!auth) return [];
  return [
    ['token', auth.client_token],
    ['token_accessor', auth.accessor],
    ['token_duration', auth.lease_duration === 0 ? '∞' : shortDuration(auth.lease_duration)],
    ['token_renewable', String(auth.renewable)],
    ['token_policies', quotedList(auth.token_policies)],
    ['identity_policies', quotedList(auth.identity_policies)],
    ['policies', quotedList(auth.policies)],
    ...Object.entries(auth.metadata ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [`token_meta_${k}`, String(v)]),
  ];
};

const wrapRows = ({ wrap_info: wrap }: Secret): string[][] =>
  wrap
    ? [
        ['wrapping_token:', wrap.token],
        ['wrapping_accessor:', wrap.accessor],
        ['wrapping_token_ttl:', shortDuration(wrap.ttl)],
        ['wrapping_token_creation_time:', goTime(wrap.creation_time)],
        ['wrapping_token_creation_path:', wrap.creation_path],
        ...(wrap.wrapped_accessor === '' ? [] : [['wrapped_accessor:', wrap.wrapped_accessor]]),
      ]
    : [];

const leaseRows = (secret: Secret): string[][] => {
  if (secret.lease_duration <= 0) return [];
  const duration = shortDuration(secret.lease_duration);
  if (secret.lease_id === '') return [['refresh_interval', duration]];
  return [
    ['lease_id', secret.lease_id],
    ['lease_duration', duration],
    ['lease_renewable', String(secret.renewable)],
  ];
};

const dataRows = (data: Data, durations: boolean): string[][] =>
  Object.keys(data)
    .sort()
    .map((key) => [key, durations && looksLikeDuration(key) ? durationOr(data[key]) : goPrint(data[key])]);

/** Envelope keys in the order of the Go struct, maps inside sorted. */
const ordered = (secret: Secret): object => ({
  ...secret,
  data: sorted(secret.data),
  ...(secret.auth && { auth: { ...secret.auth, metadata: sorted(secret.auth.metadata) } }),
});

/** `====== Data ======`, as wide as the table below. */
export const equalSigns = (title: string, width: number): string => {
  let signs = width - (title.length + 2);
  if (signs <= 0) signs = 4;
  const half = '='.repeat(Math.ceil(signs / 2));
  return `${half} ${title} ${half}`;
};

export const headerFor = (title: string, data: Data): string =>
  equalSigns(title, Math.max(0, ...Object.keys(data).map((k) => k.length)) + 4 + 'Value'.length);

/** Writes a command's results in the format that was asked for. */
export class Output {
  readonly #process: Process;
  readonly format: Format;

  constructor(process: Process, format: Format) {
    this.#process = process;
    this.format = format;
  }

  get isTable(): boolean {
    return this.format === 'table';
  }

  line(text: string): void {
    this.#process.out(`${text}\n`);
  }

  error(text: string): void {
    this.#process.err(`${text}\n`);
  }

  /** `-field`: the bare value; no line end, for use in scripts. */
  bare(value: unknown): void {
    if (this.format === 'json' || this.format === 'yaml') this.value(value);
    else this.#process.out(typeof value === 'string' ? value : goPrint(value));
  }

  /** A value in JSON or YAML. */
  value(value: unknown): void {
    if (this.format === 'yaml') this.#process.out(`${goYaml(value)}\n`.replace(/\n\n$/, '\n'));
    else this.line(goJson(value, '  '));
  }

  rows(rows: readonly (readonly string[])[]): void {
    if (rows.length > 0) this.line(table(['Key', 'Value'], rows));
  }

  table(header: readonly string[], rows: readonly (readonly string[])[]): void {
    this.line(table(header, rows));
  }

  plain(rows: readonly (readonly string[])[]): void {
    this.line(columnize(rows));
  }

  warnings(secret: Secret): void {
    if (!secret.warnings?.length) return;
    this.error('WARNING! The following warnings were returned from Vault:\n');
    for (const warning of secret.warnings) {
      this.error(wrapIndented(`* ${warning}`, WIDTH, 2));
      this.error('');
    }
  }

  /** A whole answer. */
  secret(secret: Secret): void {
    if (!this.isTable) {
      this.value(ordered(secret));
      return;
    }
    this.warnings(secret);
    const data = secret.data ? dataRows(secret.data, true) : [];
    this.rows([...leaseRows(secret), ...authRows(secret), ...wrapRows(secret), ...data]);
  }

  /** A map alone. */
  data(data: Data): void {
    if (this.isTable) this.rows(dataRows(data, false));
    else this.value(sorted(data));
  }

  list(secret: Secret): void {
    const keys = (secret.data?.keys ?? []) as readonly unknown[];
    if (!this.isTable) this.value(keys);
    else {
      this.warnings(secret);
      this.table(
        ['Keys'],
        [...keys].map((k) => [String(k)]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
      );
    }
  }
}

const TOKEN_FIELDS: Readonly<Record<string, (secret: Secret) => unknown>> = {
  token: (s) => s.auth?.client_token,
  token_accessor: (s) => s.auth?.accessor,
  token_duration: (s) => s.auth?.lease_duration,
  token_renewable: (s) => s.auth?.renewable,
  token_policies: (s) => s.auth?.token_policies ?? (s.auth ? [] : undefined),
  identity_policies: (s) => s.auth?.identity_policies ?? (s.auth ? [] : undefined),
  policies: (s) => s.auth?.policies,
  wrapping_token: (s) => s.wrap_info?.token,
  wrapping_accessor: (s) => s.wrap_info?.accessor,
  wrapping_token_ttl: (s) => s.wrap_info?.ttl,
  wrapping_token_creation_time: (s) => s.wrap_info && goTime(s.wrap_info.creation_time),
  wrapping_token_creation_path: (s) => s.wrap_info?.creation_path,
  wrapped_accessor: (s) => s.wrap_info?.wrapped_accessor,
  lease_id: (s) => s.lease_id || undefined,
  lease_duration: (s) => s.lease_duration || undefined,
  lease_renewable: (s) => s.lease_id && s.renewable,
  refresh_interval: (s) => (s.lease_id === '' ? s.lease_duration || undefined : undefined),
};

/** A field of an answer by the name under which the table shows it. (vault: command/util.go, RawField) */
export const rawField = (secret: Secret, field: string): unknown => {
  const special = Object.hasOwn(TOKEN_FIELDS, field) ? TOKEN_FIELDS[field]?.(secret) : undefined;
  if (special !== undefined && special !== null) return special;
  if (field === 'data') return secret.data ?? undefined;
  if (field.startsWith('token_meta_') && secret.auth) return secret.auth.metadata?.[field.slice('token_meta_'.length)];
  return secret.data && Object.hasOwn(secret.data, field) ? secret.data[field] : undefined;
};
