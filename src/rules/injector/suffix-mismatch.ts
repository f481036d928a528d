import type { Rule } from '../rule.ts';
import { injectedOnly, suffixed } from '../workspace/injection.ts';
import { keySpan } from '../workspace/pods.ts';

export const injectorSuffixMismatch: Rule = {
  id: 'injector/suffix-mismatch',
  severity: 'warning',
  title: 'Secret and template do not belong together',
  why: 'A template belongs to the secret with the very same suffix, letter case included. With two suffixes two files appear: one with the default template, one with yours.',
  wrong: 'agent-inject-secret-config: kv/data/app\nagent-inject-template-cfg: …',
  right: 'agent-inject-secret-config: kv/data/app\nagent-inject-template-config: …',
  lessons: ['L10'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { file } = manifest;
      const secrets = [...suffixed(injection, 'agent-inject-secret').keys()];
      const templates = [...suffixed(injection, 'agent-inject-template').keys()];
      const lonely = secrets.filter(
        (s) => !templates.includes(s) && injection.get(`agent-inject-template-file-${s}`) === undefined,
      );
      for (const name of templates.filter((t) => !secrets.includes(t))) {
        const meant =
          lonely.length === 1 && templates.length === 1
            ? lonely[0]
            : lonely.find((s) => s.toLowerCase() === name.toLowerCase());
        if (meant === undefined) continue;
        yield {
          file,
          span: keySpan(manifest, path(`agent-inject-template-${name}`)),
          message: `This template makes a file of its own; the secret ${meant} is rendered with the default template.`,
        };
      }
    }
  },
};
