import type { Rule } from '../rule.ts';
import { injectedOnly, suffixed } from '../workspace/injection.ts';
import { kvMounts } from '../workspace/vault.ts';

export const injectorDefaultTemplateKv2: Rule = {
  id: 'injector/default-template-kv2',
  severity: 'note',
  title: 'The default template prints metadata too',
  why: 'With KV version 2 the default template shows data: map[…] and metadata: map[…]. Programs rarely want that: write a template.',
  wrong: 'agent-inject-secret-config: kv/data/app',
  right: 'agent-inject-template-config: \'{{ with secret "kv/data/app" }}{{ .Data.data | toJSON }}{{ end }}\'',
  lessons: ['L10'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { document, file } = manifest;
      for (const [name, value] of suffixed(injection, 'agent-inject-secret')) {
        const other =
          injection.get(`agent-inject-template-${name}`) || injection.get(`agent-inject-template-file-${name}`);
        const plain = value.trim().replace(/^\/+/, '');
        if (other || plain === '' || !kvMounts(workspace).some((m) => plain.startsWith(`${m}/`))) continue;
        yield {
          file,
          span: document.span(path(`agent-inject-secret-${name}`)),
          message: `The file ${name} will hold the metadata of ${plain} besides its data.`,
        };
      }
    }
  },
};
