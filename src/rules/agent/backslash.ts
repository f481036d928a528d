import type { Rule } from '../rule.ts';
import { templates } from '../workspace/templates.ts';

export const agentBackslash: Rule = {
  id: 'agent/backslash',
  severity: 'error',
  title: 'This backslash is part of the template',
  why: 'Only in a double-quoted YAML text does \\" become ". In a block, or in single quotes, the backslash stays, and the template cannot be read.',
  wrong: 'agent-inject-template-config: |\n  {{ with secret \\"kv/data/app\\" }}',
  right: 'agent-inject-template-config: |\n  {{ with secret "kv/data/app" }}',
  lessons: ['L10'],
  source: 'consul-template 0.39: template/template.go; Go text/template',
  *check(workspace) {
    for (const site of templates(workspace)) {
      const { fault, source } = site.parsed;
      if (!fault || !/unexpected "\\\\"/.test(fault.detail)) continue;
      const span = site.span(fault.pos, Math.min(fault.pos + 1, source.length));
      yield {
        file: site.file,
        span,
        message: `The Agent would say: ${fault.text}`,
        ...(site.style !== 'double' && {
          fix: {
            title: 'Take the backslashes away',
            edits: [...source.matchAll(/\\"/g)].map(({ index }) => ({
              file: site.file,
              span: site.span(index, index + 1),
              text: '',
            })),
          },
        }),
      };
    }
  },
};
