import { parseVaultDuration } from '../../vault/framework/duration.ts';
import type { TemplateStanza } from './config.ts';
import { list, parseBool } from './read.ts';
import { ConfigError, lastOf, type Stanza, stanzas } from './tree.ts';

/** `template` and `env_template`. Source: consul-template: config/template.go, decoded by mitchellh/mapstructure. */

const KNOWN = new Set([
  'backup',
  'command',
  'command_timeout',
  'contents',
  'create_dest_dirs',
  'destination',
  'error_fatal',
  'error_on_missing_key',
  'exec',
  'function_blacklist',
  'function_denylist',
  'gid',
  'group',
  'left_delimiter',
  'perms',
  'right_delimiter',
  'sandbox_path',
  'source',
  'uid',
  'user',
  'wait',
]);

class Errors {
  readonly texts: string[] = [];

  bool(of: Stanza, key: string, otherwise = false): boolean {
    const value = lastOf(of, key);
    if (value === undefined) return otherwise;
    const parsed = typeof value === 'boolean' ? value : undefined;
    if (parsed === undefined)
      this.texts.push(`'${key}' expected type 'bool', got unconvertible type 'string', value: '${String(value)}'`);
    return parsed ?? parseBool(value) ?? otherwise;
  }

  /** An octal number of at most 12 bits. (consul-template: config/mapstructure.go, StringToFileModeFunc) */
  mode(of: Stanza, key: string): number {
    const value = lastOf(of, key);
    if (value === undefined || typeof value === 'number') return typeof value === 'number' ? value : 0;
    const raw = String(value);
    const bits = /^[0-7]+$/.test(raw) ? Number.parseInt(raw, 8) : Number.NaN;
    if (Number.isNaN(bits) || bits > 0o7777) {
      const why = Number.isNaN(bits) ? 'invalid syntax' : 'value out of range';
      this.texts.push(`error decoding '${key}': strconv.ParseUint: parsing ${JSON.stringify(raw)}: ${why}`);
      return 0;
    }
    return bits;
  }

  duration(of: Stanza, key: string): number {
    const parsed = parseVaultDuration(lastOf(of, key));
    if (parsed.error !== undefined) this.texts.push(`error decoding '${key}': ${parsed.error}`);
    return parsed.error === undefined ? parsed.seconds : 0;
  }
}

const string = (of: Stanza, key: string): string | null => {
  const value = lastOf(of, key);
  return value === undefined ? null : String(value);
};

/** @throws ConfigError with mapstructure's list of errors */
export const templateOf = (stanza: Stanza): TemplateStanza => {
  const errors = new Errors();
  const exec = stanzas(stanza, 'exec').at(-1);
  const wait = stanzas(stanza, 'wait').at(-1);
  const command = list(stanza, 'command');
  const result: TemplateStanza = {
    contents: string(stanza, 'contents'),
    source: string(stanza, 'source'),
    destination: string(stanza, 'destination') ?? '',
    perms: errors.mode(stanza, 'perms'),
    command: command.length > 0 || !exec ? command : list(exec, 'command'),
    commandTimeout: errors.duration(stanza, 'command_timeout') || (exec ? errors.duration(exec, 'timeout') : 0) || 30,
    errorOnMissingKey: errors.bool(stanza, 'error_on_missing_key'),
    errorFatal: errors.bool(stanza, 'error_fatal', true),
    createDestDirs: errors.bool(stanza, 'create_dest_dirs', true),
    backup: errors.bool(stanza, 'backup'),
    leftDelimiter: string(stanza, 'left_delimiter') ?? '',
    rightDelimiter: string(stanza, 'right_delimiter') ?? '',
    user: string(stanza, 'user') ?? string(stanza, 'uid'),
    group: string(stanza, 'group') ?? string(stanza, 'gid'),
    wait: wait ? { min: errors.duration(wait, 'min'), max: errors.duration(wait, 'max') } : null,
    environmentVariable: stanza.labels[0] ?? '',
  };
  const unknown = Object.keys(stanza.fields).filter((key) => !KNOWN.has(key));
  if (unknown.length > 0) errors.texts.push(`'' has invalid keys: ${unknown.sort().join(', ')}`);
  if (errors.texts.length === 0) return result;
  const lines = errors.texts.map((line) => `* ${line}`).join('\n');
  throw new ConfigError(`${errors.texts.length} error(s) decoding:\n\n${lines}`);
};
