import { render } from '../../sim/gotemplate/index.ts';
import type { Rule } from '../rule.ts';
import { templates } from '../workspace/templates.ts';

/** What depends on the surroundings of the Agent, which nobody knows here. */
const OUTSIDE = /mustEnv|plugin|file|sockaddr|executeTemplate|writeToFile|sprig_fail|sprig_env|env/;
/** The parser counts bytes. */
const Buffer_ = (text: string, offset: number): number => new TextEncoder().encode(text.slice(0, offset)).length;

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
      const { text, left, right, errorOnMissingKey } = site;
      const run = render({ contents: text, left, right, errorOnMissingKey }, () => ({ found: false }), {
        steps: 200_000,
      });
      if (run.ok || run.kind !== 'execute' || /can't evaluate field \w+ in type \*dependency\.Secret/.test(run.text))
        continue;
      const at = run.position ? Buffer_(site.text, run.position.offset) : 0;
      yield { file: site.file, span: site.span(at, at + 1), message: `The Agent would say: ${run.text}` };
    }
  },
};
