import type { Rule } from '../rule.ts';
import { injectedOnly, suffixed } from '../workspace/injection.ts';

export const injectorEmptySecret: Rule = {
  id: 'injector/empty-secret',
  severity: 'warning',
  title: 'A secret without a path',
  why: 'A path of nothing but spaces declares no secret: no file is made, and nothing is said.',
  wrong: 'agent-inject-secret-config: ""',
  right: 'agent-inject-secret-config: "kv/data/app/config"',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { document, file } = manifest;
      for (const [name, value] of suffixed(injection, 'agent-inject-secret'))
        if (
          value.trim() === '' &&
          !injection.get(`agent-inject-template-${name}`) &&
          !injection.get(`agent-inject-template-file-${name}`)
        )
          yield {
            file,
            span: document.span(path(`agent-inject-secret-${name}`)),
            message: `No file ${name} will be made.`,
          };
    }
  },
};
