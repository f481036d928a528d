/** `curl` and `wget` against the modelled network. Sources: curl(1), busybox wget. */

import { type HttpGiven, http, type Process, type Program, type Run, readText, writeText } from '../program.ts';
import type { Programs } from '../shell/shell.ts';
import { STATUS_TEXT } from '../text/status-text.ts';

/** An answer's body as it would stand on the wire. */
const wire = (body: unknown): string =>
  body === null || body === undefined ? '' : typeof body === 'string' ? body : `${JSON.stringify(body)}\n`;

/** A request's body: JSON where it is some, since bodies of the model are JSON values. */
const bodyOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

interface Url {
  readonly origin: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
}

const parseUrl = (typed: string): Url | null => {
  const m = /^(?:(https?):\/\/)?([^/:?#]+)(?::(\d+))?([/?][^#]*)?/.exec(typed);
  if (!m) return null;
  const scheme = m[1] ?? 'http';
  const port = m[3] ?? (scheme === 'https' ? '443' : '80');
  const path = m[4] ?? '/';
  return {
    origin: `${scheme}://${m[2]}:${port}`,
    host: m[2] ?? '',
    port,
    path: path.startsWith('?') ? `/${path}` : path,
  };
};

interface Asked {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
  /** PEM of trusted authorities; `null`: any. */
  trust: string[] | null;
}

function* ask({ method, url, headers, body, trust }: Asked, to: Url): Run<HttpGiven> {
  void url;
  return yield* http({
    to: to.origin,
    method,
    path: to.path,
    headers,
    ...(body !== null && { body: bodyOf(body) as never }),
    ...(trust !== null && { trust }),
  });
}

const header = (headers: Record<string, string>, text: string): void => {
  const cut = text.indexOf(':');
  if (cut > 0) headers[text.slice(0, cut).trim().toLowerCase()] = text.slice(cut + 1).trim();
};

interface CurlOptions {
  readonly asked: Asked;
  silent: boolean;
  showErrors: boolean;
  fail: boolean;
  include: boolean;
  output: string;
  writeOut: string;
  cacert: string;
  insecure: boolean;
  data: string[];
}

const WITH_VALUE: Readonly<Record<string, string>> = {
  X: 'request',
  H: 'header',
  d: 'data',
  o: 'output',
  w: 'write-out',
  A: 'user-agent',
  m: 'max-time',
  u: 'user',
};
const TAKES = new Set([
  'request',
  'header',
  'data',
  'data-raw',
  'data-binary',
  'json',
  'output',
  'write-out',
  'cacert',
  'user-agent',
  'max-time',
  'connect-timeout',
  'url',
  'retry',
]);
const ALONE: Readonly<Record<string, string>> = {
  s: 'silent',
  S: 'show-error',
  f: 'fail',
  i: 'include',
  k: 'insecure',
  L: 'location',
  v: 'verbose',
  I: 'head',
};

const newOptions = (): CurlOptions => ({
  asked: { method: '', url: '', headers: { 'user-agent': 'curl/8.12.1', accept: '*/*' }, body: null, trust: null },
  silent: false,
  showErrors: false,
  fail: false,
  include: false,
  output: '',
  writeOut: '',
  cacert: '',
  insecure: false,
  data: [],
});

/** @returns the text that refuses an option, or nothing */
const take = (options: CurlOptions, name: string, value: string): string | undefined => {
  const { asked } = options;
  switch (name) {
    case 'request':
      asked.method = value;
      return;
    case 'header':
      header(asked.headers, value);
      return;
    case 'json':
      header(asked.headers, 'content-type: application/json');
      options.data.push(value);
      return;
    case 'data':
    case 'data-raw':
    case 'data-binary':
      options.data.push(value);
      return;
    case 'output':
      options.output = value;
      return;
    case 'write-out':
      options.writeOut = value;
      return;
    case 'cacert':
      options.cacert = value;
      return;
    case 'user-agent':
      asked.headers['user-agent'] = value;
      return;
    case 'url':
      asked.url = value;
      return;
    case 'silent':
      options.silent = true;
      return;
    case 'show-error':
      options.showErrors = true;
      return;
    case 'fail':
      options.fail = true;
      return;
    case 'include':
      options.include = true;
      return;
    case 'insecure':
      options.insecure = true;
      return;
    case 'head':
      asked.method = 'HEAD';
      options.include = true;
      return;
    case 'location':
    case 'verbose':
    case 'max-time':
    case 'connect-timeout':
    case 'retry':
      return;
    default:
      return `curl: option --${name}: is unknown\n`;
  }
};

const parseCurl = (args: readonly string[]): CurlOptions | string => {
  const options = newOptions();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('-') || arg === '-') {
      options.asked.url ||= arg;
      continue;
    }
    const letters = arg.startsWith('--') ? [] : [...arg.slice(1)];
    if (arg.startsWith('--')) {
      const name = arg.slice(2);
      const problem = take(options, name, TAKES.has(name) ? (args[++i] ?? '') : '');
      if (problem !== undefined) return problem;
    }
    while (letters.length > 0) {
      const letter = letters.shift() ?? '';
      const long = WITH_VALUE[letter];
      const problem =
        long !== undefined
          ? take(options, long, letters.length > 0 ? letters.splice(0).join('') : (args[++i] ?? ''))
          : ALONE[letter] === undefined
            ? `curl: option -${letter}: is unknown\n`
            : take(options, ALONE[letter], '');
      if (problem !== undefined) return problem;
    }
  }
  return options;
};

/** Exit code and words of curl for a request that got no answer. */
const curlFailure = (reason: string, { host, port }: Url): readonly [number, string] => {
  switch (reason) {
    case 'no such host':
      return [6, `Could not resolve host: ${host}`];
    case 'timeout':
      return [28, `Failed to connect to ${host} port ${port}: Connection timed out`];
    case 'unknown authority':
      return [60, 'SSL certificate problem: unable to get local issuer certificate'];
    case 'certificate expired':
      return [60, 'SSL certificate problem: certificate has expired'];
    case 'closed':
      return [52, 'Empty reply from server'];
    case 'refused':
    case 'unreachable':
      return [7, `Failed to connect to ${host} port ${port} after 0 ms: Could not connect to server`];
    default:
      return [56, 'Recv failure: Connection reset by peer'];
  }
};

const STATUS_LINE = (status: number): string => `HTTP/1.1 ${status} ${STATUS_TEXT[status] ?? ''}\r\n`;

/** What `-d` and its kin send: `@file` is a file. */
function* dataOf(process: Process, data: readonly string[]): Run<string | null> {
  const parts: string[] = [];
  for (const item of data) {
    if (!item.startsWith('@')) parts.push(item);
    else {
      const name = item.slice(1);
      const text = name === '-' ? process.stdin : yield* readText(name);
      if (text === null) {
        process.err(`curl: option -d: error encountered when reading a file\ncurl: Failed to open ${name}\n`);
        return null;
      }
      parts.push(text.replace(/\n$/, ''));
    }
  }
  return parts.join('&');
}

export const curl: Program = function* (process) {
  const options = parseCurl(process.argv.slice(1));
  if (typeof options === 'string') {
    process.err(options);
    return 2;
  }
  const { asked } = options;
  const to = parseUrl(asked.url);
  if (!to) {
    process.err('curl: (2) no URL specified\n');
    return 2;
  }
  if (options.data.length > 0) {
    const body = yield* dataOf(process, options.data);
    if (body === null) return 26;
    asked.body = body;
    asked.headers['content-type'] ??= 'application/x-www-form-urlencoded';
  }
  asked.method ||= asked.body === null ? 'GET' : 'POST';
  if (to.origin.startsWith('https:') && !options.insecure) {
    const bundle = options.cacert === '' ? '' : yield* readText(options.cacert);
    if (bundle === null) {
      process.err(
        `curl: (77) error setting certificate verify locations:  CAfile: ${options.cacert} CApath: /etc/ssl/certs\n`,
      );
      return 77;
    }
    asked.trust = [bundle];
  }
  const given = yield* ask(asked, to);
  if ('failed' in given) {
    const [code, text] = curlFailure(given.failed, to);
    if (!options.silent || options.showErrors) process.err(`curl: (${code}) ${text}\n`);
    return code;
  }
  if (options.fail && given.status >= 400) {
    if (!options.silent || options.showErrors)
      process.err(`curl: (22) The requested URL returned error: ${given.status}\n`);
    return 22;
  }
  const head = options.include
    ? `${STATUS_LINE(given.status)}${Object.entries(given.headers)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n`
    : '';
  const text = head + (asked.method === 'HEAD' ? '' : wire(given.body));
  if (options.output === '') process.out(text);
  else if (options.output !== '/dev/null') yield* writeText(options.output, text);
  process.out(
    options.writeOut
      .replaceAll('%{http_code}', String(given.status))
      .replaceAll('%{response_code}', String(given.status))
      .replaceAll('\\n', '\n'),
  );
  return 0;
};

const wgetFailure = (reason: string, { host, port }: Url): string =>
  reason === 'no such host'
    ? `wget: bad address '${host}:${port}'`
    : reason === 'timeout'
      ? 'wget: download timed out'
      : `wget: can't connect to remote host (${host}): Connection refused`;

export const wget: Program = function* (process) {
  const asked: Asked = { method: 'GET', url: '', headers: { 'user-agent': 'Wget' }, body: null, trust: null };
  let output: string | null = null;
  const args = process.argv.slice(1);
  const value = (i: number, arg: string): string =>
    arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : (args[i + 1] ?? '');
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const separate = !arg.includes('=');
    if (arg.startsWith('--header')) header(asked.headers, value(i, arg));
    else if (arg.startsWith('--post-data') || arg.startsWith('--body-data'))
      Object.assign(asked, { body: value(i, arg), method: 'POST' });
    else if (arg.startsWith('--method')) asked.method = value(i, arg);
    else if (/^-q?O-?$/.test(arg)) {
      output = arg.endsWith('-') ? '-' : (args[i + 1] ?? '');
      if (!arg.endsWith('-')) i++;
      continue;
    } else if (arg.startsWith('-')) continue;
    else {
      asked.url ||= arg;
      continue;
    }
    if (separate) i++;
  }
  const to = parseUrl(asked.url);
  if (!to) {
    process.err('wget: missing URL\n');
    return 1;
  }
  const given = yield* ask(asked, to);
  if ('failed' in given) {
    process.err(`${wgetFailure(given.failed, to)}\n`);
    return 1;
  }
  if (given.status >= 400) {
    process.err(`wget: server returned error: HTTP/1.1 ${given.status} ${STATUS_TEXT[given.status] ?? ''}\n`);
    return 1;
  }
  const name = output ?? (to.path.split('?')[0]?.split('/').at(-1) || 'index.html');
  if (name === '-') process.out(wire(given.body));
  else yield* writeText(name, wire(given.body));
  return 0;
};

export const httpPrograms: Programs = { curl, wget };
