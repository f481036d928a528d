import type { Rule } from '../rule.ts';
import { injectedOnly, suffixed } from '../workspace/injection.ts';
import { keySpan } from '../workspace/pods.ts';

export const injectorSuffixLowerCase: Rule = {
  id: 'injector/suffix-lower-case',
  severity: 'note',
  title: 'The file name is lower-cased',
  why: 'Without preserve-secret-case the suffix becomes the file name in small letters.',
  wrong: 'agent-inject-secret-Config: kv/data/app',
  right: 'agent-inject-secret-config: kv/data/app',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { file } = manifest;
      for (const name of suffixed(injection, 'agent-inject-secret').keys()) {
        const kept = injection.isTrue('preserve-secret-case') || injection.isTrue(`preserve-secret-case-${name}`);
        if (name === name.toLowerCase() || kept || injection.get(`agent-inject-file-${name}`) !== undefined) continue;
        yield {
          file,
          span: keySpan(manifest, path(`agent-inject-secret-${name}`)),
          message: `The file will be named ${name.toLowerCase()}.`,
        };
      }
    }
  },
};
