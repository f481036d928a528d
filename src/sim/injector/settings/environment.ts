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

/**
 * What the Helm chart sets that matters, for a Vault in the same cluster; the image is that of the Agent which this
 * model knows. vault-helm: templates/injector-deployment.yaml
 */
export const HELM_ENVIRONMENT: Readonly<Record<string, string>> = {
  AGENT_INJECT_LISTEN: ':8080',
  AGENT_INJECT_LOG_LEVEL: 'info',
  AGENT_INJECT_LOG_FORMAT: 'standard',
  AGENT_INJECT_VAULT_ADDR: 'http://vault.vault.svc:8200',
  AGENT_INJECT_VAULT_AUTH_PATH: 'auth/kubernetes',
  AGENT_INJECT_VAULT_IMAGE: 'hashicorp/vault:1.19.5',
  AGENT_INJECT_REVOKE_ON_SHUTDOWN: 'false',
  AGENT_INJECT_CPU_REQUEST: '250m',
  AGENT_INJECT_CPU_LIMIT: '500m',
  AGENT_INJECT_MEM_REQUEST: '64Mi',
  AGENT_INJECT_MEM_LIMIT: '128Mi',
  AGENT_INJECT_DEFAULT_TEMPLATE: 'map',
  AGENT_INJECT_TEMPLATE_CONFIG_EXIT_ON_RETRY_FAILURE: 'true',
};
