/** Plays the cases that are HTTP exchanges, waits, minted tokens and files. */
import { type Entry, jwt, type Run } from '../../../src/sim/index.ts';
import { type Answer, ask } from '../client.ts';
import { type Bindings, compare, type Difference } from '../match.ts';
import type { Exchange, FileLines, Mint, Outcome, Recording, Wait } from '../recording.ts';
import { withoutTemplateOrder } from '../template-order.ts';
import { withTokens } from '../tokens.ts';
import { conformanceWorld, ORIGINS, RECORDER } from '../world.ts';

type Step = Exchange | Wait | Mint | FileLines;

const show = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

const words = (d: Difference): string => `${d.at || 'body'}: expected ${show(d.expected)}, got ${show(d.got)}`;

/** A log entry as Vault prints it, without the time. */
export const logLine = (e: Entry & { kind: 'log' }): string =>
  `${`[${e.level.toUpperCase()}]`.padEnd(7)} ${e.logger}: ${e.text}`;

const headersOf = (step: Exchange, bindings: Bindings): Record<string, string> => {
  // The program that made the recordings; Vault's audit log shows it.
  const headers: Record<string, string> = { 'user-agent': 'python-requests/2.34.2' };
  const token = step.token == null ? null : bindings.fill(step.token);
  if (token !== null && step.to === 'vault') headers['x-vault-token'] = token;
  if (token !== null && step.to === 'kubernetes') headers.authorization = `Bearer ${token}`;
  if (step.contentType !== undefined) headers['content-type'] = step.contentType;
  // To Vault the recorder sent no media type with a body: a PATCH is refused for that.
  else if (step.body !== undefined && step.to !== 'vault') headers['content-type'] = 'application/json';
  for (const [name, value] of Object.entries(step.headers ?? {})) headers[name.toLowerCase()] = bindings.fill(value);
  return headers;
};

/** The injector's answer with its patch decoded, and the configuration of each Agent in it. */
const decodeInjector = (body: unknown): { body: unknown; vaultConfig: Record<string, unknown> } => {
  const vaultConfig: Record<string, unknown> = {};
  const review = body as { response?: { patch?: unknown } } | null;
  const patch = review?.response?.patch;
  if (typeof patch !== 'string') return { body, vaultConfig };
  const decoded = JSON.parse(Buffer.from(patch, 'base64').toString('utf8'));
  const find = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(find);
    else if (value !== null && typeof value === 'object') {
      const { name, env } = value as { name?: string; env?: { name: string; value?: string }[] };
      const config = Array.isArray(env) ? env.find((e) => e.name === 'VAULT_CONFIG')?.value : undefined;
      if (name !== undefined && config !== undefined) {
        vaultConfig[name] = JSON.parse(Buffer.from(config, 'base64').toString('utf8'));
      }
      Object.values(value).forEach(find);
    }
  };
  find(decoded);
  return { body: { ...review, response: { ...review?.response, patch: decoded } }, vaultConfig };
};

/** Where Vault's log was last read: the recordings collected it at logins only, so a login shows what was logged since. */
interface LogMark {
  from: number;
}

const isLogin = (step: Exchange): boolean => step.to === 'vault' && /^\/v1\/auth\/.*\blogin\b/.test(step.path);

/** A token that a recording names for the first time in a request is the last one with its signature damaged. */
const bindDamaged = (step: Exchange, bindings: Bindings): void => {
  for (const [, n] of JSON.stringify(step.body ?? null).matchAll(/<jwt (\d+)>/g)) {
    const sound = bindings.get(`jwt ${Number(n) - 1}`);
    if (bindings.get(`jwt ${n}`) !== undefined || sound === undefined) continue;
    const at = sound.lastIndexOf('.') + 1;
    const other = sound[at] === 'A' ? 'B' : 'A';
    bindings.bind(`jwt ${n}`, `${sound.slice(0, at)}${other}${sound.slice(at + 1)}`);
  }
};

export const playExchange = (run: Run, step: Exchange, bindings: Bindings, mark: LogMark): string | null => {
  const headers = headersOf(step, bindings);
  bindDamaged(step, bindings);
  const answer = ask(run, {
    place: RECORDER.place,
    to: ORIGINS[step.to],
    method: step.method,
    path: bindings.fill(step.path),
    headers,
    ...(step.body !== undefined && { body: bindings.fill(step.body) }),
  });
  if ('failed' in answer) return step.closed && answer.failed === 'closed' ? null : `no answer: ${answer.failed}`;
  if (step.closed) return `expected the connection to close, got status ${answer.status}`;
  const difference = differenceOf(step, answer, bindings) ?? logDifference(run, step, mark.from, bindings);
  if (isLogin(step)) mark.from = run.world.length;
  return difference;
};

const differenceOf = (step: Exchange, answer: Answer, bindings: Bindings): string | null => {
  const injector = step.to === 'injector';
  const { body, vaultConfig } = injector ? decodeInjector(answer.body) : { body: answer.body, vaultConfig: {} };
  const ordered = (value: unknown): unknown => (injector ? withoutTemplateOrder(value) : value);
  // Compared before the status, so that the placeholders of a differing answer are bound all the same.
  const inBody = compare(ordered(step.response ?? null), ordered(body === '' ? null : body), bindings);
  if (answer.status !== step.status) return `status: expected ${step.status}, got ${answer.status} ${show(body)}`;
  if (inBody) return words(inBody);
  const inConfig = step.vaultConfig
    ? compare(ordered(step.vaultConfig), ordered(vaultConfig), bindings, 'vaultConfig')
    : null;
  return inConfig && words(inConfig);
};

const logDifference = (run: Run, step: Exchange, from: number, bindings: Bindings): string | null => {
  if (!step.log) return null;
  const lines: string[] = [];
  for (let i = from; i < run.world.length; i++) {
    const e = run.known[i];
    if (e?.kind === 'log' && e.logger.startsWith('auth.')) lines.push(logLine(e));
  }
  const d = compare(step.log, lines, bindings, 'log');
  return d && words(d);
};

const playMint = (
  run: Run,
  step: Mint,
  bindings: Bindings,
  keys: { cluster: jwt.SigningKey; other: jwt.SigningKey },
): void => {
  const seconds = (value: unknown): unknown => {
    const m = typeof value === 'string' ? /^now([+-]\d+)$/.exec(value) : null;
    return m ? Math.floor(bindings.start / 1000) + Number(m[1]) : bindings.fill(value);
  };
  const claims = Object.fromEntries(Object.entries(step.mint.claims).map(([k, v]) => [k, seconds(v)]));
  const key = step.mint.key === 'none' ? null : keys[step.mint.key];
  const header = { alg: step.mint.alg, ...(key && { kid: key.kid }) };
  bindings.bind(step.jwt.slice(1, -1), jwt.mint(header, claims, key));
  void run;
};

const playFile = (run: Run, step: FileLines, bindings: Bindings): string | null => {
  const text = run.file(step.file)?.text ?? '';
  const lines = text
    .split('\n')
    .filter((l) => l !== '')
    .map((l) => JSON.parse(l) as unknown);
  const d = compare(step.lines, lines, bindings, step.file);
  return d && words(d);
};

/** Play one case of a file in a world of its own. */
export const playExchanges = (recording: Recording, index: number): Outcome => {
  const story = recording.cases[index];
  if (!story) throw new Error(`${recording.family} has no case ${index}`);
  const { run, bindings, keys } = conformanceWorld(recording, story);
  const mark: LogMark = { from: run.world.length };
  let identical = 0;
  let total = 0;
  let difference: string | undefined;
  story.steps.forEach((raw, i) => {
    const step = withTokens(raw as Step, bindings);
    if ('wait' in step) run.advanceTo(run.now + step.wait * 1000);
    else if ('mint' in step) playMint(run, step, bindings, keys);
    else {
      total++;
      let found: string | null;
      try {
        found = 'lines' in step ? playFile(run, step, bindings) : playExchange(run, step, bindings, mark);
      } catch (error) {
        found = `error: ${error instanceof Error ? error.message : String(error)}`;
      }
      if (found === null) identical++;
      else difference ??= `step ${i} ${'path' in step ? `${step.method} ${step.path}` : 'file'}: ${found}`;
    }
  });
  return { id: `${recording.family}/${story.id}`, identical, total, ...(difference !== undefined && { difference }) };
};
