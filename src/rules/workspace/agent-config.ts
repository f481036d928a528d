import { loadConfig } from '../../sim/agent/config/load.ts';
import { rememberingBy } from './cache.ts';
import type { Injection } from './injection.ts';

/** What the Agent says of the configuration that the injector gives it, before it does anything; undefined: it starts. */
export const agentConfigError = rememberingBy((run: Injection['run']): string | undefined => {
  if (run.outcome !== 'injected') return undefined;
  for (const [name, configuration] of Object.entries(run.configurations)) {
    const loaded = loadConfig([name], { [name]: JSON.stringify(configuration) });
    if ('error' in loaded) return loaded.error;
  }
  return undefined;
});
