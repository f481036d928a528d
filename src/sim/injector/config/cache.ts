import type { Agent } from '../agent/agent.ts';
import { ifTrue, joined, unlessEmpty } from '../agent/sourced.ts';
import { CACHE_PATH } from '../containers/names.ts';
import type { Tree } from '../patch/tree.ts';

export interface Stanzas {
  readonly listener: Tree;
  readonly cache: Tree;
}

const listener = (agent: Agent): Tree => {
  const port = agent.annotations.text('agent-cache-listener-port');
  return [
    {
      type: 'tcp',
      address: joined(`127.0.0.1:${port.value}`, port),
      tls_disable: true,
      agent_api: agent.enableQuit.value ? { enable_quit: agent.enableQuit } : undefined,
    },
  ];
};

const tokenUse = (agent: Agent): Tree => unlessEmpty(agent.annotations.text('agent-cache-use-auto-auth-token'));

/**
 * Cache and listener. `agent-enable-quit` alone needs a listener too, and a listener needs a cache stanza.
 * vault-k8s: agent-inject/agent/config.go `newConfig`
 */
export const cacheAndListener = (agent: Agent, init: boolean): Stanzas => {
  if (agent.cachePersist.value) {
    const persist = {
      type: 'kubernetes',
      path: joined(CACHE_PATH, agent.cachePersist),
      exit_on_err: ifTrue(agent.cacheExitOnErr),
    };
    return { listener: listener(agent), cache: { use_auto_auth_token: tokenUse(agent), persist } };
  }
  if (agent.cacheEnable.value && !agent.prePopulateOnly.value && !init)
    return { listener: listener(agent), cache: { use_auto_auth_token: tokenUse(agent) } };
  return agent.enableQuit.value ? { listener: listener(agent), cache: {} } : { listener: undefined, cache: undefined };
};
