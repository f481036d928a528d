import { PREFIX } from '../../sim/injector/index.ts';
import type { Rule } from '../rule.ts';
import { keySpan, podManifests } from '../workspace/pods.ts';
import { isObject, valueAt } from '../workspace/workspace.ts';

export const injectorLabels: Rule = {
  id: 'injector/labels',
  severity: 'warning',
  title: 'These are annotations, not labels',
  why: 'The injector reads annotations alone.',
  wrong: 'labels:\n  vault.hashicorp.com/agent-inject: "true"',
  right: 'annotations:\n  vault.hashicorp.com/agent-inject: "true"',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const manifest of podManifests(workspace)) {
      const path = [...manifest.podPath, 'metadata', 'labels'];
      const labels = valueAt(manifest.value, path);
      for (const key of isObject(labels) ? Object.keys(labels) : [])
        if (key.startsWith(PREFIX))
          yield {
            file: manifest.file,
            span: keySpan(manifest, [...path, key]),
            message: `${key} is a label here; the injector does not see it.`,
          };
    }
  },
};
