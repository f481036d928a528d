import type { Rule } from '../rule.ts';
import { templates } from '../workspace/templates.ts';

/** Mistakes that have a rule of their own. */
const ELSEWHERE =
  /^bad character U\+002D|malformed character constant|unrecognized character in action: U\+201|unterminated (quoted|raw quoted|character)|unexpected "\\\\"|unexpected EOF|unexpected \{\{end\}\}|unclosed action|^function "/;

export const agentSyntax: Rule = {
  id: 'agent/syntax',
  severity: 'error',
  title: 'The Agent cannot read this template',
  why: 'The template is not looked at when the Pod is made. The Agent reads it at its start, says what is wrong, and ends with exit code 1; the Pod never gets ready.',
  wrong: '{{ .Data.data.x }',
  right: '{{ .Data.data.x }}',
  lessons: ['L10'],
  source: 'consul-template 0.39: template/template.go; Go text/template',
  *check(workspace) {
    for (const site of templates(workspace)) {
      const { fault, source } = site.parsed;
      if (!fault || ELSEWHERE.test(fault.detail)) continue;
      yield {
        file: site.file,
        span: site.span(fault.pos, Math.min(fault.pos + 1, source.length)),
        message: `The Agent would say: ${fault.text}`,
      };
    }
  },
};
