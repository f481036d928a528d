import type { Rule } from '../rule.ts';
import { injectedOnly, suffixed } from '../workspace/injection.ts';
import { keySpan } from '../workspace/pods.ts';

export const injectorOrphanSetting: Rule = {
  id: 'injector/orphan-setting',
  severity: 'warning',
  title: 'This setting belongs to no secret',
  why: 'An annotation with a suffix changes the file of that suffix. Where neither agent-inject-secret nor agent-inject-template has the suffix, it is ignored in silence.',
  wrong: 'agent-inject-secret-config: kv/data/app\nagent-inject-perms-cfg: "0600"',
  right: 'agent-inject-secret-config: kv/data/app\nagent-inject-perms-config: "0600"',
  lessons: ['L09', 'L10'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { file } = manifest;
      const declared = new Set(
        ['agent-inject-secret', 'agent-inject-template', 'agent-inject-template-file'].flatMap((name) => [
          ...suffixed(injection, name).keys(),
        ]),
      );
      for (const name of [
        'agent-inject-file',
        'agent-inject-perms',
        'agent-inject-command',
        'error-on-missing-key',
        'agent-template-left-delim',
        'agent-template-right-delim',
      ])
        for (const suffix of suffixed(injection, name).keys())
          if (!declared.has(suffix))
            yield {
              file,
              span: keySpan(manifest, path(`${name}-${suffix}`)),
              message: `No secret and no template is named ${suffix}.`,
            };
    }
  },
};
