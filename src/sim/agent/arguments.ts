import type { Level } from './log/hclog.ts';

/** The command line of `vault agent`. Source: vault: command/agent.go, command/base.go. */
export interface Arguments {
  readonly configs: readonly string[];
  readonly exitAfterAuth: boolean | null;
  readonly logLevel: string | null;
  readonly address: string | null;
  readonly namespace: string | null;
  readonly skipVerify: boolean | null;
}

const BOOLEANS = new Set(['exit-after-auth', 'tls-skip-verify', 'combine-logs', 'test-verify-only']);
const VALUES = new Set([
  'config',
  'log-level',
  'log-format',
  'log-file',
  'address',
  'namespace',
  'ca-cert',
  'ca-path',
  'client-cert',
  'client-key',
  'tls-server-name',
]);

/** @returns the arguments, or the text the process prints before it exits with 1 */
export const parseArguments = (args: readonly string[]): Arguments | { error: string } => {
  const given: Record<string, string[]> = {};
  for (let i = 0; i < args.length; i++) {
    const m = /^--?([a-z-]+)(?:=([\s\S]*))?$/.exec(args[i] ?? '');
    if (!m) break;
    const name = m[1] ?? '';
    if (!BOOLEANS.has(name) && !VALUES.has(name)) return { error: `flag provided but not defined: -${name}` };
    let value = m[2];
    if (value === undefined) {
      if (BOOLEANS.has(name)) value = 'true';
      else if (i + 1 < args.length) value = args[++i];
      else return { error: `flag needs an argument: -${name}` };
    }
    given[name] = [...(given[name] ?? []), value ?? ''];
  }
  const last = (name: string): string | null => given[name]?.at(-1) ?? null;
  const flag = (name: string): boolean | null => {
    const value = last(name);
    return value === null ? null : ['1', 't', 'true', 'TRUE', 'True', 'T'].includes(value);
  };
  const configs = (given.config ?? []).flatMap((value) => value.split(',')).filter((path) => path !== '');
  if (configs.length === 0) return { error: 'Must specify exactly at least one config path using -config' };
  return {
    configs,
    exitAfterAuth: flag('exit-after-auth'),
    logLevel: last('log-level'),
    address: last('address'),
    namespace: last('namespace'),
    skipVerify: flag('tls-skip-verify'),
  };
};

const LEVELS: Readonly<Record<string, Level>> = {
  trace: 'trace',
  debug: 'debug',
  notice: 'info',
  info: 'info',
  '': 'info',
  warn: 'warn',
  warning: 'warn',
  err: 'error',
  error: 'error',
};

/** A log level by the names Vault knows. (vault: helper/logging/logger.go) */
export const logLevel = (name: string): Level | { error: string } =>
  LEVELS[name.trim().toLowerCase()] ?? { error: `unknown log level: ${name}` };
