import type { Rule } from '../rule.ts';
import { secretCalls, templates } from '../workspace/templates.ts';

export const agentVersionPrefix: Rule = {
  id: 'agent/version-prefix',
  severity: 'warning',
  title: 'v1/ is not part of the path',
  why: 'The Agent puts v1/ before every path itself.',
  wrong: '{{ with secret "v1/kv/data/app" }}',
  right: '{{ with secret "kv/data/app" }}',
  lessons: ['L10'],
  source: 'consul-template 0.39: template/template.go; Go text/template',
  *check(workspace) {
    for (const site of templates(workspace))
      for (const { path, pos, end } of secretCalls(site)) {
        if (!path.startsWith('v1/')) continue;
        const span = site.span(pos, end);
        const right = site.slice(pos, end).replace('v1/', '');
        yield {
          file: site.file,
          span,
          message: `The Agent would ask for /v1/${path}.`,
          fix: { title: `Change to ${right}`, edits: [{ file: site.file, span, text: right }] },
        };
      }
  },
};
