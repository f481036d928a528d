/** Requests as Vault's Go client sends them. Source: vault: api/client.go, api/request.go, api/output_policy.go. */

import { goJson } from '../../go/json-write.ts';
import type { Headers } from '../../kernel/index.ts';
import { http, type Process, type Run, readText } from '../program.ts';
import { connectionError, refusal } from './api-error.ts';
import { CommandFailure, PrintedRequest } from './failure.ts';
import type { Flags } from './flags.ts';
import { type Secret, saysSomething, secretOf } from './secret.ts';

export const TOKEN_FILE = '~/.vault-token';
const DEFAULT_ADDRESS = 'https://127.0.0.1:8200';

export interface Target {
  readonly method: 'GET' | 'LIST' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';
  /** Without `/v1/`. */
  readonly path: string;
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  /** Sent even with `-output-curl-string`, and never wrapped: a question that a command asks for itself. */
  readonly aside?: boolean;
  /** In place of the operator's own. */
  readonly token?: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Words of the failure. */
  readonly error?: string;
}

const encoded = (path: string): string =>
  path
    .split('/')
    .map((s) => encodeURIComponent(s).replace(/%2B/g, '+').replace(/%40/g, '@').replace(/%3A/g, ':'))
    .join('/');

const queryOf = (query: Target['query'], list: boolean): string => {
  const pairs = Object.entries({ ...query, ...(list && { list: 'true' }) }).flatMap(([k, v]) =>
    (typeof v === 'string' ? [v] : v).map((x) => [k, x] as const),
  );
  const text = pairs
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([k, v]) => `${encodeURIComponent(k)}=${encodeURIComponent(v)}`)
    .join('&');
  return text === '' ? '' : `?${text}`;
};

const CAPABILITIES: Readonly<Record<Target['method'], readonly string[]>> = {
  GET: ['read'],
  LIST: ['list'],
  PUT: ['create', 'update'],
  POST: ['create', 'update'],
  PATCH: ['patch'],
  DELETE: ['delete'],
};

/** The rule that would allow a request. */
const policyFor = ({ method, path }: Target): string =>
  `path "${path}" {\n  capabilities = [${CAPABILITIES[method].map((c) => `"${c}"`).join(', ')}]\n}`;

export class Client {
  readonly #process: Process;
  readonly #flags: Flags;
  readonly #anywhere: Readonly<Record<string, string>>;

  constructor(process: Process, flags: Flags, anywhere: Readonly<Record<string, string>>) {
    this.#process = process;
    this.#flags = flags;
    this.#anywhere = anywhere;
  }

  get address(): string {
    const { VAULT_AGENT_ADDR, VAULT_ADDR } = this.#process.env;
    const given = this.#flags.text('agent-address') || this.#flags.text('address') || VAULT_AGENT_ADDR || VAULT_ADDR;
    return (given || DEFAULT_ADDRESS).replace(/\/+$/, '');
  }

  get namespace(): string {
    const { VAULT_NAMESPACE = '' } = this.#process.env;
    const given = this.#flags.text('namespace') || this.#flags.text('ns') || VAULT_NAMESPACE;
    const bare = given.replace(/^\/+|\/+$/g, '');
    return bare === '' ? '' : `${bare}/`;
  }

  /** The token of the environment, else of the token helper. (vault: command/base.go) */
  *token(): Run<string> {
    const { VAULT_TOKEN = '' } = this.#process.env;
    if (VAULT_TOKEN !== '') return VAULT_TOKEN;
    return ((yield* readText(TOKEN_FILE)) ?? '').trim();
  }

  #wrapTtl(target: Target): string {
    if (target.aside) return '';
    const { VAULT_WRAP_TTL = '' } = this.#process.env;
    const given = this.#flags.text('wrap-ttl') || VAULT_WRAP_TTL;
    if (given !== '') return /\d$/.test(given) ? `${given}s` : given;
    const wraps = ['PUT', 'POST'].includes(target.method) && target.path === 'sys/wrapping/wrap';
    return wraps ? '5m' : '';
  }

  #printed(target: Target, url: string, headers: Headers, token: string): string {
    if (this.#anywhere['output-policy'] === 'true') return policyFor(target);
    const method = target.method === 'LIST' ? 'GET' : target.method;
    const shown = Object.entries({
      ...(token !== '' && { 'X-Vault-Token': '$(vault print token)' }),
      'X-Vault-Request': 'true',
      ...(headers['x-vault-namespace'] && { 'X-Vault-Namespace': headers['x-vault-namespace'] }),
      ...(headers['x-vault-wrap-ttl'] && { 'X-Vault-Wrap-Ttl': headers['x-vault-wrap-ttl'] }),
    }).map(([name, value]) => `-H "${name}: ${value}" `);
    const body = target.body === undefined ? '' : `-d '${goJson(target.body).replace(/'/g, `'"'"'`)}' `;
    return `curl ${method === 'GET' ? '' : `-X ${method} `}${shown.join('')}${body}${url}`;
  }

  /** Send a request. A refusal is an answer with `error`. @throws PrintedRequest when it is only to be shown */
  *send(target: Target): Run<Answer> {
    const method = target.method === 'LIST' ? 'GET' : target.method;
    const path = `/v1/${encoded(target.path)}${queryOf(target.query, target.method === 'LIST')}`;
    const url = this.address + path;
    const token = target.token ?? (yield* this.token());
    const wrapTtl = this.#wrapTtl(target);
    const headers: Record<string, string> = {
      ...Object.fromEntries(Object.entries(this.#flags.map('header')).map(([k, v]) => [k.toLowerCase(), v])),
      'x-vault-request': 'true',
      ...(token !== '' && { 'x-vault-token': token }),
      ...(this.namespace !== '' && { 'x-vault-namespace': this.namespace }),
      ...(wrapTtl !== '' && { 'x-vault-wrap-ttl': wrapTtl }),
      ...(target.method === 'PATCH' && { 'content-type': 'application/merge-patch+json' }),
    };
    const onlyShown = this.#anywhere['output-curl-string'] === 'true' || this.#anywhere['output-policy'] === 'true';
    if (onlyShown && !target.aside) throw new PrintedRequest(this.#printed(target, url, headers, token));
    const origin = /^[a-z]+:\/\/[^/]+/.exec(this.address)?.[0] ?? this.address;
    const { body } = target;
    const got = yield* http({ to: origin, method, path, headers, ...(body !== undefined && { body }) });
    if ('failed' in got) {
      const host = origin.replace(/^[a-z]+:\/\//, '');
      return { status: 0, body: null, error: connectionError(method, url, host, got.failed) };
    }
    if (got.status < 400) return { status: got.status, body: got.body };
    const error = refusal({ method, url, status: got.status, namespace: this.namespace, body: got.body });
    return { status: got.status, body: got.body, error };
  }

  /** Send a request that must succeed. @param failing begins the message of a failure */
  *must(failing: string, target: Target): Run<unknown> {
    const answer = yield* this.send(target);
    if (answer.error !== undefined) throw new CommandFailure(2, failing + answer.error);
    return answer.body;
  }

  /** Read or list: `null` where there is nothing. An answer 404 with data or warnings counts as found. */
  *find(failing: string, target: Target): Run<Secret | null> {
    const answer = yield* this.send(target);
    if (answer.status === 404) {
      const secret = secretOf(answer.body);
      return saysSomething(secret) ? secret : null;
    }
    if (answer.error !== undefined) throw new CommandFailure(2, failing + answer.error);
    return secretOf(answer.body);
  }

  /** Write: a refusal with data or warnings shows them too. */
  *change(failing: string, target: Target): Run<Secret | null> {
    const answer = yield* this.send(target);
    const secret = secretOf(answer.body);
    if (answer.error !== undefined) {
      const shown = answer.status === 404 && saysSomething(secret) ? secret : undefined;
      throw new CommandFailure(2, failing + answer.error, shown);
    }
    return secret;
  }
}
