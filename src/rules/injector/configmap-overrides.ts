import type { Rule } from '../rule.ts';
import { injectedOnly, suffixed } from '../workspace/injection.ts';
import { keySpan } from '../workspace/pods.ts';

export const injectorConfigmapOverrides: Rule = {
  id: 'injector/configmap-overrides',
  severity: 'warning',
  title: 'With agent-configmap this is ignored',
  why: 'The Agent then takes its whole configuration from the ConfigMap: annotations for secrets, templates and the login change nothing.',
  wrong: 'agent-configmap: agent-config\nagent-inject-secret-config: kv/data/app',
  right: 'agent-configmap: agent-config',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { file } = manifest;
      if (!injection.get('agent-configmap')) continue;
      for (const name of ['agent-inject-secret', 'agent-inject-template'])
        for (const suffix of suffixed(injection, name).keys())
          yield {
            file,
            span: keySpan(manifest, path(`${name}-${suffix}`)),
            message: 'The ConfigMap has the configuration; this annotation is not looked at.',
          };
    }
  },
};
