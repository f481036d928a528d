import type { Rule } from '../rule.ts';
import { templates } from '../workspace/templates.ts';

export const agentHyphenKey: Rule = {
  id: 'agent/hyphen-key',
  severity: 'error',
  title: 'A key with a dash needs index',
  why: 'A dash is no part of a name in a template. Read such a key with index.',
  wrong: '{{ .Data.data.db-password }}',
  right: '{{ index .Data.data "db-password" }}',
  lessons: ['L10'],
  source: 'consul-template 0.39: template/template.go; Go text/template',
  *check(workspace) {
    for (const site of templates(workspace)) {
      const { fault, source } = site.parsed;
      if (!fault || !/^bad character U\+002D/.test(fault.detail)) continue;
      const span = site.span(fault.pos, Math.min(fault.pos + 1, source.length));
      yield { file: site.file, span, message: `The Agent would say: ${fault.text}` };
    }
  },
};
