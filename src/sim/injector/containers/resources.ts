import type { Agent } from '../agent/agent.ts';
import { reading } from '../agent/annotations.ts';
import { unlessEmpty } from '../agent/sourced.ts';
import { canonicalQuantity } from '../go/quantity.ts';
import type { Tree } from '../patch/tree.ts';

/** In the order in which they are read. */
const NAMES = [
  ['cpu', 'cpu'],
  ['memory', 'mem'],
  ['ephemeral-storage', 'ephemeral'],
] as const;

const list = (agent: Agent, which: 'limits' | 'requests'): Tree => {
  const entries = NAMES.flatMap(([resource, name]) => {
    const text = unlessEmpty(agent.annotations.text(`agent-${which}-${name}`));
    return text ? [[resource, reading(text, canonicalQuantity)] as const] : [];
  });
  if (entries.length === 0) return undefined;
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Limits, then requests. vault-k8s: agent-inject/agent/container_sidecar.go `parseResources` @throws Refusal */
export const resources = (agent: Agent): Tree => ({ limits: list(agent, 'limits'), requests: list(agent, 'requests') });
