import { PREFIX, recognise } from '../../sim/injector/index.ts';
import type { Rule } from '../rule.ts';
import { keySpan, podAnnotations } from '../workspace/pods.ts';

export const injectorPrefix: Rule = {
  id: 'injector/prefix',
  severity: 'warning',
  title: "The prefix is not the injector's",
  why: 'The injector looks for keys that begin with vault.hashicorp.com/, letter for letter.',
  wrong: 'vault.hashicorp.com.agent-inject: "true"',
  right: 'vault.hashicorp.com/agent-inject: "true"',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const { manifest, key, path } of podAnnotations(workspace)) {
      if (key.startsWith(PREFIX)) continue;
      const name = /(?:^|[./])((?:agent-|auth-|role$|service$|template-|secret-volume).*)$/.exec(key)?.[1];
      if (name === undefined || !/vault|hashicorp/i.test(key.slice(0, -name.length)) || !recognise(PREFIX + name))
        continue;
      // Vault Secrets Operator, the banzaicloud webhook and others have prefixes of their own.
      if (!/^(v?ault\.)?hashi-?corp|^vault[./]|^vault\.hashi|^vault-hashi/i.test(key)) continue;
      const span = keySpan(manifest, path);
      const { file } = manifest;
      yield {
        file,
        span,
        message: `${key} is ignored; write ${PREFIX}${name}.`,
        fix: { title: `Change to ${PREFIX}${name}`, edits: [{ file, span, text: PREFIX + name }] },
      };
    }
  },
};
