import type { AgentConfig } from './config.ts';

const exec = (c: AgentConfig): string | undefined => {
  if (c.exec === null && c.envTemplates.length === 0) return undefined;
  if (c.exec === null) return "a top-level 'exec' element must be specified with 'env_template' entries";
  if (c.envTemplates.length === 0)
    return "must specify at least one 'env_template' element with a top-level 'exec' element";
  if (c.apiProxy !== null) return "'api_proxy' cannot be specified with 'env_template' entries";
  if (c.templates.length > 0) return "'template' cannot be specified with 'env_template' entries";
  if (c.exec.command.length === 0) return "'exec' requires a non-empty 'command' field";
  if (!['always', 'never'].includes(c.exec.restartOnSecretChanges))
    return `'exec.restart_on_secret_changes' unexpected value: ${JSON.stringify(c.exec.restartOnSecretChanges)}`;
  const names = new Set<string>();
  for (const { environmentVariable: name, contents, source, destination, command } of c.envTemplates) {
    if (name === '') return 'env_template: an environment variable name is required';
    if (names.has(name)) return `env_template: duplicate environment variable name: ${JSON.stringify(name)}`;
    names.add(name);
    if (contents === null && source === null)
      return `env_template[${name}]: either 'contents' or 'source' must be specified`;
    if (contents !== null && source !== null)
      return `env_template[${name}]: 'contents' and 'source' cannot be specified together`;
    if (command.length > 0) return `env_template[${name}]: 'command' is not allowed`;
    if (destination !== '') return `env_template[${name}]: 'destination' is not allowed`;
  }
  return undefined;
};

/**
 * What must not be combined. Returns the text that follows `error validating configuration: `.
 * Source: vault: command/agent/config/config.go, ValidateConfig.
 */
export const validateConfig = (c: AgentConfig): string | undefined => {
  if (c.cache !== null) {
    if (c.listeners.length === 0 && c.templates.length === 0 && c.envTemplates.length === 0)
      return 'enabling the cache requires at least 1 template or 1 listener to be defined';
    if (c.cache.useAutoAuthToken) {
      if (c.autoAuth === null) return 'cache.use_auto_auth_token is true but auto_auth not configured';
      if (c.autoAuth.method.wrapTtl > 0) return 'cache.use_auto_auth_token is true and auto_auth uses wrapping';
    }
  }
  if (c.apiProxy !== null) {
    if (c.listeners.length === 0 && c.templates.length === 0)
      return 'configuring the api_proxy requires at least 1 listener to be defined';
    if (c.apiProxy.useAutoAuthToken) {
      if (c.autoAuth === null) return 'api_proxy.use_auto_auth_token is true but auto_auth not configured';
      if (c.autoAuth.method.wrapTtl > 0) return 'api_proxy.use_auto_auth_token is true and auto_auth uses wrapping';
    }
  }
  if (
    c.autoAuth !== null &&
    c.autoAuth.sinks.length === 0 &&
    !c.apiProxy?.useAutoAuthToken &&
    c.templates.length === 0 &&
    c.envTemplates.length === 0
  )
    return 'auto_auth requires at least one sink or at least one template or api_proxy.use_auto_auth_token=true';
  if (c.autoAuth === null && c.cache === null && c.listeners.length === 0)
    return 'no auto_auth, cache, or listener block found in config';
  return exec(c);
};
