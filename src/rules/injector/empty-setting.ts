import { injectorRule } from './injector-rule.ts';

export const injectorEmptySetting = injectorRule(
  {
    id: 'injector/empty-setting',
    severity: 'error',
    title: 'This annotation may not be empty',
    why: "An annotation that is set to the empty text counts as set: the injector's default is not filled in, and the Pod is refused.",
    wrong: 'vault.hashicorp.com/service: ""',
    right: '# leave the annotation out',
    lessons: ['L09'],
    source: 'vault-k8s 1.7.6: agent-inject/agent/agent.go, annotations.go',
  },
  ({ message, key, by }) =>
    /no Vault (Auth Type|Auth Path|address|image) found/.test(message) && by === 'injector' && key !== '',
);
