import type { Rule } from '../rule.ts';
import { injectedOnly } from '../workspace/injection.ts';
import { projectedTokens, tokenOf } from '../workspace/tokens.ts';

export const injectorProjectedTokenUnused: Rule = {
  id: 'injector/projected-token-unused',
  severity: 'warning',
  title: 'The Agent does not use this token',
  why: 'A projected token with an audience of its own is used by the Agent only when agent-service-account-token-volume-name names its volume. Otherwise it takes the token that is mounted by default.',
  wrong: 'serviceAccountToken: {path: token, audience: vault}',
  right:
    'serviceAccountToken: {path: token, audience: vault}\n# and: agent-service-account-token-volume-name: "vault-token"',
  lessons: ['L03', 'L06'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest } = injection;
      const { document, file } = manifest;
      if (injection.get('agent-service-account-token-volume-name') || injection.get('auth-config-token-path')) continue;
      const used = tokenOf(injection);
      for (const { name, audience, path: at } of projectedTokens(injection))
        if (audience === 'vault' && used?.name !== name)
          yield {
            file,
            span: document.span(at),
            message: `The volume ${name} is not named in agent-service-account-token-volume-name.`,
          };
    }
  },
};
