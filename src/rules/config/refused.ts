import type { Rule } from '../rule.ts';
import { kubernetesConfigs } from '../workspace/vault.ts';
import { configWritten } from '../workspace/vault-writes.ts';

export const configRefused: Rule = {
  id: 'config/refused',
  severity: 'error',
  title: 'Vault refuses this configuration',
  why: 'A write that Vault refuses leaves the previous configuration in force.',
  wrong: 'kubernetes_ca_cert: ca.crt',
  right: 'kubernetes_ca_cert: |\n  -----BEGIN CERTIFICATE-----\n  …',
  lessons: ['L05'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    for (const { configuration, path, config } of kubernetesConfigs(workspace)) {
      const { document, file } = configuration;
      const { error } = configWritten(config);
      // Without a host Bank-Vaults fills in that of its own cluster.
      if (error === undefined || error === 'no host provided') continue;
      const key =
        /field "([a-z_]+)"/.exec(error)?.[1] ?? (error.includes('CA PEM') ? 'kubernetes_ca_cert' : 'pem_keys');
      yield {
        file,
        span: document.span(key in config ? [...path, key] : path),
        message: `Vault would answer 400: ${error}`,
      };
    }
  },
};
