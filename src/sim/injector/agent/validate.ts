import { keyOf } from '../annotations/index.ts';
import { Refusal } from '../go/refusal.ts';
import type { Agent } from './agent.ts';

/**
 * What must not be missing. With a ConfigMap the Agent's configuration is not the injector's business.
 * vault-k8s: agent-inject/agent/agent.go `Validate`
 * @throws Refusal
 */
export const validate = ({ annotations, tokenVolume }: Agent): void => {
  const need = (name: string, text: string): void => {
    const found = annotations.text(name);
    if (found.value === '') throw new Refusal(text, found.from);
  };
  need('agent-request-namespace', 'namespace missing from request');
  if (tokenVolume.name.value === '' || tokenVolume.mountPath.value === '' || tokenVolume.tokenPath.value === '')
    throw new Refusal('no service account token volume name, mount path or token path found', tokenVolume.name.from);
  need('agent-image', 'no Vault image found');
  if (annotations.text('agent-configmap').value !== '') return;
  need('auth-type', 'no Vault Auth Type found');
  const kubernetes = annotations.text('auth-type').value === 'kubernetes';
  if (kubernetes && (annotations.given[keyOf('auth-config', 'role')] ?? '') === '') need('role', 'no Vault role found');
  need('auth-path', 'no Vault Auth Path found');
  need('service', 'no Vault address found');
};
