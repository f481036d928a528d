import { ANNOTATIONS, PREFIX } from '../../sim/injector/index.ts';
import type { Rule } from '../rule.ts';
import { keySpan, podAnnotations } from '../workspace/pods.ts';

const BARE = new Set(
  ANNOTATIONS.filter((a) => a.form === 'secret' || a.form === 'parameter').map((a) => PREFIX + a.name),
);

export const injectorMissingSuffix: Rule = {
  id: 'injector/missing-suffix',
  severity: 'warning',
  title: 'This annotation needs the name of a secret',
  why: 'The key ends in -<name>, and the name becomes the file. Without it the injector ignores the line.',
  wrong: 'vault.hashicorp.com/agent-inject-secret: kv/data/app',
  right: 'vault.hashicorp.com/agent-inject-secret-config: kv/data/app',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const { manifest, key, path } of podAnnotations(workspace))
      if (BARE.has(key))
        yield {
          file: manifest.file,
          span: keySpan(manifest, path),
          message: `${key} lacks its suffix: ${key}-<name>.`,
        };
  },
};
