import { spokenTime } from '../content-check/duration.ts';
import type { Expectation, TimelineEntry } from '../content-check/schema/scenario.ts';

type Of<K extends keyof Expectation> = NonNullable<Expectation[K]>;

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

/** How often, as the end of a sentence: ` at least twice`; nothing where once is enough. */
const howOften = (count: Pick<Of<'log'>, 'times' | 'atLeast' | 'atMost'>): string => {
  if (count.times !== undefined) return ` ${times(count.times)}`;
  const parts = [
    count.atLeast === undefined ? '' : `at least ${times(count.atLeast)}`,
    count.atMost === undefined ? '' : `at most ${times(count.atMost)}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` ${parts.join(' and ')}`;
};

const isNever = ({ times: n, absent, atMost }: Pick<Of<'log'>, 'times' | 'absent' | 'atMost'>): boolean =>
  absent === true || n === 0 || atMost === 0;

const withText = (contains: string | undefined): string => (contains === undefined ? '' : ` with \`${contains}\``);

/** `pod app/web-* is Running 2/2` with its name as code. */
const sentence = (that: string): string => {
  const match = /^(?:(\d+) )?(.*?) ((?:is|are|has|exists|does not exist)\b.*)$/.exec(that.trim());
  if (match === null) return that;
  const [, count, name = '', rest = ''] = match;
  if (name === 'vault') return `Vault ${rest}`;
  return `${count === undefined ? '' : `${count} `}\`${name}\` ${rest}`;
};

const credential = (as: string): string => {
  if (as === 'operator') return "with the operator's token";
  if (as === 'nobody') return 'without a token';
  const account = /^account (\S+) with (\S+)$/.exec(as);
  if (account !== null) return `as \`${account[1]}\` with role \`${account[2]}\``;
  return as.startsWith('token ') ? 'with a given token' : 'with its token';
};

const tokenText = (token: Of<'token'>): string => {
  if (token.dead === true) return `Vault no longer knows the token of \`${token.of}\``;
  const { policies, type, renewable, ttlAtLeast, ttlAtMost } = token;
  const has = [
    policies === undefined ? '' : `has the policies ${policies.map((name) => `\`${name}\``).join(', ')}`,
    type === undefined ? '' : `is a ${type} token`,
    renewable === undefined ? '' : renewable ? 'can be renewed' : 'cannot be renewed',
    ttlAtLeast === undefined ? '' : `has at least ${spokenTime(ttlAtLeast)} to live`,
    ttlAtMost === undefined ? '' : `has at most ${spokenTime(ttlAtMost)} to live`,
  ].filter((part) => part !== '');
  return `The token of \`${token.of}\` ${has.length === 0 ? 'is alive' : has.join(', ')}`;
};

const commandText = ({ run, exit, contains, without }: Of<'command'>): string => {
  const ends = exit === undefined || exit === 0 ? 'succeeds' : `ends with exit code ${exit}`;
  const prints = contains === undefined ? '' : ` and prints \`${contains}\``;
  return `\`${run}\` ${ends}${prints}${without === undefined ? '' : `, not \`${without}\``}`;
};

const fileText = ({ path, contains, without, json, env, absent }: Of<'file'>): string => {
  if (absent === true) return `There is no file \`${path}\``;
  const names = Object.keys(json ?? env ?? {}).map((name) => `\`${name}\``);
  if (names.length > 0)
    return `The file \`${path}\` is ${json ? 'JSON' : 'lines of `NAME=value`'} with ${names.join(', ')}`;
  if (without !== undefined) return `The file \`${path}\` does not contain \`${without}\``;
  return contains === undefined ? `The file \`${path}\` is there` : `The file \`${path}\` contains \`${contains}\``;
};

const exchangeText = (exchange: Of<'exchange'>): string => {
  const what = `\`${exchange.method} ${exchange.path}\``;
  const answer = exchange.status === undefined ? '' : `, and the answer is ${exchange.status}`;
  return isNever(exchange)
    ? `No ${what}${withText(exchange.contains)} arrives${answer}`
    : `${what}${withText(exchange.contains)} arrives${howOften(exchange)}${answer}`;
};

const logText = (log: Of<'log'>): string =>
  isNever(log) ? `No line with \`${log.contains}\`` : `A line with \`${log.contains}\`${howOften(log)}`;

const loginText = ({ account, role, audience, status, contains, policies, ttl }: Of<'login'>): string => {
  const shown = audience === undefined ? '' : ` and a token for \`${audience}\``;
  const issued = [
    policies === undefined ? '' : `, the token has ${policies.map((name) => `\`${name}\``).join(', ')}`,
    ttl === undefined ? '' : `, it lives ${spokenTime(ttl)}`,
  ].join('');
  return `The login of \`${account}\` with role \`${role}\`${shown} answers ${status}${withText(contains)}${issued}`;
};

const eventText = (event: Of<'event'>): string =>
  `${isNever(event) ? 'No event' : 'An event'} \`${event.reason}\` about \`${event.about}\`${withText(event.contains)}${isNever(event) ? '' : howOften(event)}`;

const auditText = (audit: Of<'audit'>): string => {
  const error =
    audit.error === undefined ? '' : audit.error === '' ? ' without an error' : ` and the error \`${audit.error}\``;
  const line = `line of the audit log for \`${audit.operation === undefined ? '' : `${audit.operation} `}${audit.path}\`${error}`;
  return isNever(audit) ? `No ${line}` : `A ${line}${howOften(audit)}`;
};

const whatText = ({ that, request, exchange, log, audit, file, token, login, event, command }: Expectation): string => {
  if (that !== undefined) return sentence(that);
  if (request !== undefined)
    return `\`${request.method} ${request.path}\` ${credential(request.as)} answers ${request.status}${withText(request.contains)}`;
  if (exchange !== undefined) return exchangeText(exchange);
  if (log !== undefined) return logText(log);
  if (audit !== undefined) return auditText(audit);
  if (file !== undefined) return fileText(file);
  if (token !== undefined) return tokenText(token);
  if (login !== undefined) return loginText(login);
  if (event !== undefined) return eventText(event);
  return command === undefined ? '' : commandText(command);
};

/** What must be observed, in words with `code`. */
export const expectationText = (expectation: Expectation): string => {
  const { within, never, throughout, until } = expectation;
  const to = until === undefined ? '' : ` until ${spokenTime(until)}`;
  if (within !== undefined) return `${whatText(expectation)}, at most ${spokenTime(within)} later`;
  if (never === true) return `At no moment${to}: ${whatText(expectation)}`;
  return throughout === true ? `At every moment${to}: ${whatText(expectation)}` : whatText(expectation);
};

/** What happens in a run, in words with `code`. */
export const timelineText = (entry: TimelineEntry): string => {
  if (entry.run !== undefined) return `\`${entry.run}\``;
  if (entry.save !== undefined) return `The file \`${entry.save}\` is saved`;
  return entry.fault !== undefined ? `Fault \`${entry.fault}\` begins` : `Fault \`${entry.heal ?? ''}\` ends`;
};

/** `At 5 s` or, for something that may be seen at any time, `During the run`. */
export const whenText = (at: number | undefined): string =>
  at === undefined ? 'During the run' : `At ${spokenTime(at)}`;
