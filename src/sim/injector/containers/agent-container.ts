import type { Json } from '../../go/json-write.ts';
import type { Agent } from '../agent/agent.ts';
import { TOKEN_FILE } from '../config/agent-config.ts';
import { Refusal } from '../go/refusal.ts';
import { applyPatch, decodePatch } from '../patch/json-patch.ts';
import { type Cause, resolve, type Tree } from '../patch/tree.ts';
import { decode } from '../types/decode.ts';
import { encode } from '../types/encode.ts';
import { environment } from './env.ts';
import { lifecycle } from './lifecycle.ts';
import { agentMounts } from './mounts.ts';
import { CONFIG_PATH, INIT_CONTAINER, SIDECAR } from './names.ts';
import { resources } from './resources.ts';
import { securityContext } from './security-context.ts';

/** vault-k8s: agent-inject/agent/container_sidecar.go `DefaultContainerArg` */
const FROM_VARIABLE = `echo \${VAULT_CONFIG?} | base64 -d > /home/vault/config.json && vault agent -config=/home/vault/config.json`;

const argument = (agent: Agent, init: boolean): Tree => {
  const configMap = agent.annotations.text('agent-configmap');
  if (configMap.value === '') return FROM_VARIABLE;
  const file = init ? 'config-init.hcl' : 'config.hcl';
  return configMap.map(() => `touch ${TOKEN_FILE} && vault agent -config=${CONFIG_PATH}/${file}`);
};

const container = (agent: Agent, init: boolean): Tree => {
  const volumeMounts = agentMounts(agent, init);
  const env = environment(agent, init);
  return {
    name: init ? INIT_CONTAINER : SIDECAR,
    image: agent.annotations.text('agent-image'),
    command: ['/bin/sh', '-ec'],
    args: [argument(agent, init)],
    env,
    resources: resources(agent),
    volumeMounts,
    lifecycle: init ? undefined : lifecycle(agent),
    securityContext: securityContext(agent),
  };
};

export interface BuiltContainer {
  readonly value: Json;
  readonly causes: readonly Cause[];
}

const valueAt = (value: Json, pointer: string): Json | undefined => {
  let at: unknown = value;
  for (const part of pointer.split('/').slice(1)) at = (at as Record<string, unknown> | undefined)?.[part];
  return at as Json | undefined;
};

/** Applies the Pod's own JSON patch; causes remain where the value is still what they made. */
const patched = ({ value, causes }: BuiltContainer, agent: Agent, annotation: string): BuiltContainer => {
  const text = agent.annotations.text(annotation);
  if (text.value === '') return { value, causes };
  try {
    const patch = decodePatch(text.value);
    if ('error' in patch) throw new Refusal(`failed to decode JSON patch: ${patch.error}`);
    const changed = encode('Container', decode('Container', applyPatch(value, patch.operations)));
    const kept = causes.filter(({ at }) => at !== '' && valueAt(value, at) === valueAt(changed, at));
    return { value: changed, causes: [...kept, { at: '', from: text.from }] };
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.message, text.from);
    throw error;
  }
};

/**
 * An Agent container, the Pod's own JSON patch applied.
 * vault-k8s: agent-inject/agent/container_init_sidecar.go, container_sidecar.go
 * @throws Refusal for quantities and JSON patches; Panic where such a patch would crash the real program
 */
export const agentContainer = (agent: Agent, init: boolean): BuiltContainer =>
  patched(resolve(container(agent, init)), agent, init ? 'agent-init-json-patch' : 'agent-json-patch');
