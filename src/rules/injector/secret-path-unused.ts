import type { Rule } from '../rule.ts';
import { injectedOnly } from '../workspace/injection.ts';
import { secretCalls, templatesOf } from '../workspace/templates.ts';

export const injectorSecretPathUnused: Rule = {
  id: 'injector/secret-path-unused',
  severity: 'warning',
  title: 'This path is not read',
  why: 'Where a template has the same suffix, only the paths inside the template are read.',
  wrong: 'agent-inject-secret-config: kv/data/old\nagent-inject-template-config: \'{{ with secret "kv/data/new" }}…\'',
  right: 'agent-inject-secret-config: kv/data/new\nagent-inject-template-config: \'{{ with secret "kv/data/new" }}…\'',
  lessons: ['L10'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { document, file } = manifest;
      for (const site of templatesOf(injection)) {
        const named = injection.get(`agent-inject-secret-${site.suffix}`)?.trim().replace(/^\/+/, '');
        const calls = secretCalls(site);
        // A word such as "true" is a usual way to say: look into the template.
        if (
          !named?.includes('/') ||
          calls.length === 0 ||
          calls.some((c) => c.path.replace('/data/', '/') === named.replace('/data/', '/'))
        )
          continue;
        yield {
          file,
          span: document.span(path(`agent-inject-secret-${site.suffix}`)),
          message: `The template reads ${calls.map((c) => c.path).join(', ')}; ${named} is never read.`,
        };
      }
    }
  },
};
