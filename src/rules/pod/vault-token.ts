import type { Rule } from '../rule.ts';
import { podManifests } from '../workspace/pods.ts';
import { isObject, valueAt } from '../workspace/workspace.ts';

export const podVaultToken: Rule = {
  id: 'pod/vault-token',
  severity: 'warning',
  title: 'A Vault token in a manifest',
  why: 'Whoever reads the manifest has the token, and it ends one day. That is what the login by ServiceAccount is for.',
  wrong: 'env:\n  - name: VAULT_TOKEN\n    value: hvs.…',
  right: 'annotations:\n  vault.hashicorp.com/agent-inject: "true"',
  lessons: ['L02'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
  *check(workspace) {
    for (const manifest of podManifests(workspace)) {
      const base = [...manifest.podPath, 'spec', 'containers'];
      const containers = valueAt(manifest.value, base);
      for (const [i, container] of (Array.isArray(containers) ? containers : []).entries()) {
        const env = valueAt(container, ['env']);
        for (const [k, one] of (Array.isArray(env) ? env : []).entries())
          if (isObject(one) && one.name === 'VAULT_TOKEN' && typeof one.value === 'string' && one.value !== '')
            yield {
              file: manifest.file,
              span: manifest.document.span([...base, i, 'env', k, 'value']),
              message: 'This token is written in the manifest.',
            };
      }
    }
  },
};
