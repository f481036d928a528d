import type { AgentConfig } from './config.ts';
import { parseConfig } from './parse.ts';
import { ConfigError } from './tree.ts';
import { validateConfig } from './validate.ts';

/** Later files win; lists are joined. (vault: command/agent/config/config.go, Merge) */
const merge = (a: AgentConfig, b: AgentConfig): AgentConfig => ({
  exitAfterAuth: a.exitAfterAuth || b.exitAfterAuth,
  pidFile: b.pidFile || a.pidFile,
  logLevel: b.logLevel || a.logLevel,
  vault: b.vault.address !== '' ? b.vault : a.vault,
  autoAuth: b.autoAuth ?? a.autoAuth,
  listeners: [...a.listeners, ...b.listeners],
  apiProxy: b.apiProxy ?? a.apiProxy,
  cache: b.cache ?? a.cache,
  templateConfig: b.templateConfig ?? a.templateConfig,
  templates: [...a.templates, ...b.templates],
  envTemplates: [...a.envTemplates, ...b.envTemplates],
  exec: b.exec ?? a.exec,
});

/**
 * Load and check configuration files.
 * @param files text by path, `null` where there is no such file
 * @returns the configuration, or what the process prints before it exits with 1
 */
export const loadConfig = (
  paths: readonly string[],
  files: Readonly<Record<string, string | null>>,
): { config: AgentConfig } | { error: string } => {
  const errors: string[] = [];
  let config: AgentConfig | undefined;
  for (const path of paths) {
    const text = files[path];
    try {
      if (text === null || text === undefined) throw new ConfigError(`stat ${path}: no such file or directory`);
      const parsed = parseConfig(text);
      config = config ? merge(config, parsed) : parsed;
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      errors.push(`error loading configuration from ${path}: ${error.message}`);
    }
  }
  if (errors.length > 0 || !config) return { error: errors.join('\u0000') };
  const invalid = validateConfig(config);
  return invalid === undefined ? { config } : { error: `error validating configuration: ${invalid}` };
};
