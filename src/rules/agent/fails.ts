import { render } from '../../sim/gotemplate/index.ts';
import type { Rule } from '../rule.ts';
import { remembering } from '../workspace/cache.ts';
import { type TemplateSite, templates } from '../workspace/templates.ts';

/** What depends on the surroundings of the Agent, which nobody knows here. */
const OUTSIDE = /mustEnv|plugin|file|sockaddr|executeTemplate|writeToFile|sprig_fail|sprig_env|env/;
/** Steps within which a template that people write has long ended. */
const STEPS = 200_000;
/** The parser counts bytes. */
const bytesBefore = (text: string, offset: number): number => new TextEncoder().encode(text.slice(0, offset)).length;

/** Why the run before any secret is there ends the Agent, by what the run depends on. */
const failure = remembering((key): { readonly text: string; readonly offset: number } | null => {
  const { contents, ...options } = JSON.parse(key) as Parameters<typeof render>[0] & { contents: string };
  const run = render({ contents, ...options }, () => ({ found: false }), { steps: STEPS });
  if (run.ok || run.kind !== 'execute' || /can't evaluate field \w+ in type \*dependency\.Secret/.test(run.text))
    return null;
  return { text: run.text, offset: run.position?.offset ?? 0 };
});

const failureOf = ({ text: contents, left, right, errorOnMissingKey }: TemplateSite) =>
  failure(JSON.stringify({ contents, left, right, errorOnMissingKey }));

export const agentFails: Rule = {
  id: 'agent/fails',
  severity: 'error',
  title: 'The Agent cannot run this template',
  why: 'Before any secret is there the Agent runs the template once. A mistake in that run ends it with exit code 1.',
  wrong: '{{ with secret "" }}{{ end }}',
  right: '{{ with secret "kv/data/app" }}{{ end }}',
  lessons: ['L10'],
  source: 'consul-template 0.39: template/template.go; Go text/template',
  *check(workspace) {
    for (const site of templates(workspace)) {
      if (site.parsed.fault || OUTSIDE.test(site.text)) continue;
      const failed = failureOf(site);
      if (!failed) continue;
      const at = bytesBefore(site.text, failed.offset);
      yield { file: site.file, span: site.span(at, at + 1), message: `The Agent would say: ${failed.text}` };
    }
  },
};
