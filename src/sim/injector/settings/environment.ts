/** From environment variables to settings, as `vault-k8s agent-inject` reads them at its start. */
import { parseDuration } from '../go/duration.ts';
import { parseBool, parseFloat64, parseInt64 } from '../go/parse.ts';
import { Refusal } from '../go/refusal.ts';
import { DEFAULT_SETTINGS, SETTINGS, type SettingKind, type SettingName, type Settings } from './settings.ts';

const READ: Readonly<Record<SettingKind, (text: string) => string | number | boolean>> = {
  text: (text) => text,
  bool: parseBool,
  int: (text) => Number(parseInt64(text)),
  float: parseFloat64,
  duration: (text) => {
    parseDuration(text);
    return text;
  },
};

const LOG_LEVELS = new Set(['trace', 'debug', 'notice', 'info', '', 'warn', 'warning', 'err', 'error']);

/** Why an injector with these settings ends at once with exit code 1, or undefined. */
export const startError = (settings: Settings): string | undefined => {
  if (settings.vaultAddress === '') return 'No Vault service configured';
  if (settings.defaultTemplate !== 'map' && settings.defaultTemplate !== 'json')
    return `Invalid default flag type: ${settings.defaultTemplate}`;
  const level = settings.logLevel.trim().toLowerCase();
  return LOG_LEVELS.has(level) ? undefined : `Error setting log level: unknown log level: ${level}`;
};

/**
 * @param env environment variables `AGENT_INJECT_*`; an empty one counts as not set
 * @param flags settings given by flags
 * @returns the settings, or the line that the injector prints before it exits with 1
 */
export const settingsFromEnvironment = (
  env: Readonly<Record<string, string>>,
  flags: Partial<Settings> = {},
): { readonly settings: Settings } | { readonly error: string } => {
  const read: Record<string, string | number | boolean> = { ...DEFAULT_SETTINGS, ...flags };
  try {
    for (const name of Object.keys(SETTINGS) as SettingName[]) {
      const text = env[SETTINGS[name].env];
      if (text !== undefined && text !== '') read[name] = READ[SETTINGS[name].kind](text);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { error: `Error parsing environment variables: ${error.message}` };
  }
  const settings = read as Settings;
  const error = startError(settings);
  return error === undefined ? { settings } : { error };
};
