import { PREFIX, recognise } from '../../sim/injector/index.ts';
import type { Rule } from '../rule.ts';
import { keySpan, podAnnotations } from '../workspace/pods.ts';

export const injectorNeverAsked: Rule = {
  id: 'injector/never-asked',
  severity: 'warning',
  title: 'Nothing asks for the injection',
  why: 'Without agent-inject: "true" the injector passes the Pod over, whatever the other annotations say.',
  wrong: 'vault.hashicorp.com/role: app',
  right: 'vault.hashicorp.com/agent-inject: "true"\nvault.hashicorp.com/role: app',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    const seen = new Set<unknown>();
    const sites = podAnnotations(workspace);
    for (const { manifest, key, path } of sites) {
      if (!key.startsWith(PREFIX) || !recognise(key) || seen.has(manifest.value)) continue;
      seen.add(manifest.value);
      if (sites.some((s) => s.manifest.value === manifest.value && s.key === `${PREFIX}agent-inject`)) continue;
      const span = keySpan(manifest, path);
      const { file } = manifest;
      const indent = ' '.repeat(span.start.column - 1);
      yield {
        file,
        span,
        message: `This Pod has no annotation ${PREFIX}agent-inject.`,
        fix: {
          title: 'Add agent-inject: "true"',
          edits: [
            { file, span: { start: span.start, end: span.start }, text: `${PREFIX}agent-inject: "true"\n${indent}` },
          ],
        },
      };
    }
  },
};
