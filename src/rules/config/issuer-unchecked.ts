import type { Rule } from '../rule.ts';
import { kubernetesConfigs } from '../workspace/vault.ts';

export const configIssuerUnchecked: Rule = {
  id: 'config/issuer-unchecked',
  severity: 'warning',
  title: 'This issuer is not compared',
  why: 'The issuer of tokens is looked at only with disable_iss_validation: false; its default is true.',
  wrong: 'issuer: https://issuer.example',
  right: 'issuer: https://issuer.example\ndisable_iss_validation: false',
  lessons: ['L05'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    for (const { configuration, path, config } of kubernetesConfigs(workspace)) {
      const { document, file } = configuration;
      if (typeof config.issuer === 'string' && config.issuer !== '' && config.disable_iss_validation !== false)
        yield {
          file,
          span: document.span([...path, 'issuer']),
          message: 'Vault stores the issuer and never looks at it.',
        };
    }
  },
};
