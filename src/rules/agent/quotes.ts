import type { Rule } from '../rule.ts';
import { templates } from '../workspace/templates.ts';

export const agentQuotes: Rule = {
  id: 'agent/quotes',
  severity: 'error',
  title: 'These quotation marks are none',
  why: 'Texts stand in straight double quotes or backquotes. Typographic quotes are unknown, single quotes hold one character.',
  wrong: "{{ with secret 'kv/data/app' }}",
  right: '{{ with secret "kv/data/app" }}',
  lessons: ['L10'],
  source: 'consul-template 0.39: template/template.go; Go text/template',
  *check(workspace) {
    for (const site of templates(workspace)) {
      const { fault, source } = site.parsed;
      if (
        !fault ||
        !/malformed character constant|unrecognized character in action: U\+201|unterminated (quoted|raw quoted|character)/.test(
          fault.detail,
        )
      )
        continue;
      const span = site.span(fault.pos, Math.min(fault.pos + 1, source.length));
      yield { file: site.file, span, message: `The Agent would say: ${fault.text}` };
    }
  },
};
