import type { Rule } from '../rule.ts';
import { injectedOnly, suffixed } from '../workspace/injection.ts';

export const injectorRelativeVolumePath: Rule = {
  id: 'injector/relative-volume-path',
  severity: 'warning',
  title: 'The volume path is not absolute',
  why: 'Neither the injector nor the API server checks it; where a relative mount path ends up depends on the runtime.',
  wrong: 'secret-volume-path: secrets',
  right: 'secret-volume-path: /vault/secrets',
  lessons: ['L10'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { document, file } = manifest;
      for (const key of [
        'secret-volume-path',
        ...[...suffixed(injection, 'secret-volume-path').keys()].map((s) => `secret-volume-path-${s}`),
      ]) {
        const value = injection.get(key);
        if (value !== undefined && !value.startsWith('/'))
          yield { file, span: document.span(path(key)), message: `"${value}" is not an absolute path.` };
      }
    }
  },
};
