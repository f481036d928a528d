import type { Rule } from '../rule.ts';
import { kubernetesConfigs } from '../workspace/vault.ts';

export const configReviewerJwt: Rule = {
  id: 'config/reviewer-jwt',
  severity: 'note',
  title: 'A copied token ends',
  why: 'Vault keeps token_reviewer_jwt as it is. A token of a Pod or of kubectl create token expires, and then every login gets 403. In the cluster leave it out: Vault reads its own token anew.',
  wrong: 'token_reviewer_jwt: eyJ…',
  right: '# leave it out',
  lessons: ['L04', 'L05'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    for (const { configuration, path, config } of kubernetesConfigs(workspace)) {
      const { document, file } = configuration;
      if (
        typeof config.token_reviewer_jwt === 'string' &&
        config.token_reviewer_jwt !== '' &&
        !config.token_reviewer_jwt.includes('${')
      )
        yield { file, span: document.span([...path, 'token_reviewer_jwt']), message: 'This token is never refreshed.' };
    }
  },
};
