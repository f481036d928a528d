import type { Rule } from '../rule.ts';
import { templates } from '../workspace/templates.ts';

export const agentMissingEnd: Rule = {
  id: 'agent/missing-end',
  severity: 'error',
  title: 'An end is missing, or one too many',
  why: 'Each if, with, range and define has its own {{ end }}.',
  wrong: '{{ with secret "kv/data/app" }}{{ .Data.data.x }}',
  right: '{{ with secret "kv/data/app" }}{{ .Data.data.x }}{{ end }}',
  lessons: ['L10'],
  source: 'consul-template 0.39: template/template.go; Go text/template',
  *check(workspace) {
    for (const site of templates(workspace)) {
      const { fault, source } = site.parsed;
      if (!fault || !/unexpected EOF|unexpected \{\{end\}\}|unclosed action/.test(fault.detail)) continue;
      const span = site.span(fault.pos, Math.min(fault.pos + 1, source.length));
      yield { file: site.file, span, message: `The Agent would say: ${fault.text}` };
    }
  },
};
