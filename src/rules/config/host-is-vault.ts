import type { Rule } from '../rule.ts';
import { kubernetesConfigs } from '../workspace/vault.ts';

export const configHostIsVault: Rule = {
  id: 'config/host-is-vault',
  severity: 'warning',
  title: 'This looks like Vault, not like the API server',
  why: 'kubernetes_host is where Vault finds the API server that reviews tokens.',
  wrong: 'kubernetes_host: https://vault.vault.svc:8200',
  right: 'kubernetes_host: https://kubernetes.default.svc:443',
  lessons: ['L05'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    for (const { configuration, path, config } of kubernetesConfigs(workspace)) {
      const { document, file } = configuration;
      if (typeof config.kubernetes_host === 'string' && /:8200\b|^https?:\/\/vault[.:]/.test(config.kubernetes_host))
        yield {
          file,
          span: document.span([...path, 'kubernetes_host']),
          message: `${config.kubernetes_host} is an address of Vault.`,
        };
    }
  },
};
