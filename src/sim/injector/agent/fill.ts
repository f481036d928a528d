import { PREFIX } from '../annotations/description.ts';
import { parseDuration } from '../go/duration.ts';
import { Refusal } from '../go/refusal.ts';
import { decodePatch } from '../patch/json-patch.ts';
import { containersOf, type Pod } from '../pod.ts';
import type { Settings } from '../settings/settings.ts';
import { Annotations, reading } from './annotations.ts';

const checkBackoff = (annotations: Annotations, which: 'min' | 'max'): void => {
  const name = `auth-${which}-backoff`;
  const text = annotations.text(name);
  if (!annotations.has(name) || text.value === '') return;
  reading(text, (value) => {
    try {
      return parseDuration(value);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Refusal(`error parsing ${which} backoff as duration: ${error.message}`);
    }
  });
};

const checkPatch = (annotations: Annotations, name: string): void => {
  reading(annotations.text(name), (text) => {
    if (text === '') return undefined;
    const decoded = decodePatch(text);
    if ('error' in decoded)
      throw new Refusal(`error parsing JSON patch for annotation ${PREFIX}${name}: ${decoded.error}`);
    return undefined;
  });
};

/**
 * The Pod's annotations with defaults, and the few values that are checked before the rest.
 * vault-k8s: agent-inject/agent/annotations.go `Init`
 * @param namespace of the request
 * @throws Refusal
 */
export const fillDefaults = (pod: Pod, namespace: string, settings: Settings): Annotations => {
  if (settings.vaultAddress === '') throw new Refusal('address for Vault required', ['AGENT_INJECT_VAULT_ADDR']);
  if (settings.vaultAuthPath === '') throw new Refusal('Vault Auth Path required', ['AGENT_INJECT_VAULT_AUTH_PATH']);
  if (namespace === '') throw new Refusal('kubernetes namespace required');
  const annotations = new Annotations({
    settings,
    namespace,
    annotations: pod.metadata?.annotations ?? {},
    containers: containersOf(pod).map(({ name }) => name ?? ''),
  });
  checkBackoff(annotations, 'min');
  checkBackoff(annotations, 'max');
  checkPatch(annotations, 'agent-json-patch');
  checkPatch(annotations, 'agent-init-json-patch');
  return annotations;
};
