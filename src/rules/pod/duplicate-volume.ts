import { PREFIX } from '../../sim/injector/index.ts';
import type { Rule } from '../rule.ts';
import { podManifests } from '../workspace/pods.ts';
import { isObject, valueAt } from '../workspace/workspace.ts';

/** Volumes that the injector adds to every Pod it changes. */
const INJECTED = ['vault-secrets', 'home-init', 'home-sidecar'];

export const duplicateVolume: Rule = {
  id: 'pod/duplicate-volume',
  severity: 'error',
  title: 'Two volumes have one name',
  why: 'The names of a Pod\'s volumes must differ. The injector adds volumes of its own, vault-secrets among them, without looking; the API server then refuses the changed Pod with "Duplicate value".',
  wrong: 'volumes:\n  - name: vault-secrets\n    emptyDir: {}',
  right: 'volumes:\n  - name: app-cache\n    emptyDir: {}',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/agent.go (Patch); kubernetes 1.34: pkg/apis/core/validation',
  *check(workspace) {
    for (const manifest of podManifests(workspace)) {
      const { document, file, podPath } = manifest;
      const volumes = valueAt(document.value, [...podPath, 'spec', 'volumes']);
      if (!Array.isArray(volumes)) continue;
      const injects =
        valueAt(document.value, [...podPath, 'metadata', 'annotations', `${PREFIX}agent-inject`]) === 'true';
      const seen = new Set<unknown>();
      for (const [i, volume] of volumes.entries()) {
        const name = isObject(volume) ? volume.name : undefined;
        const path = [...podPath, 'spec', 'volumes', i, 'name'];
        if (typeof name !== 'string') continue;
        if (seen.has(name)) yield { file, span: document.span(path), message: `A second volume is named ${name}.` };
        else if (injects && INJECTED.includes(name))
          yield {
            file,
            span: document.span(path),
            message: `The injector adds a volume named ${name} itself; give yours another name.`,
          };
        seen.add(name);
      }
    }
  },
};
