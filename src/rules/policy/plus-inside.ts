import type { Rule } from '../rule.ts';

export const policyPlusInside: Rule = {
  id: 'policy/plus-inside',
  severity: 'warning',
  title: '+ stands for a whole segment',
  why: 'Beside other characters + is an ordinary character.',
  wrong: 'path "kv/data/app-+" { … }',
  right: 'path "kv/data/app-*" { … }',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
  *check(workspace) {
    for (const { inspection, file, span } of workspace.policies)
      for (const { path } of inspection.stanzas) {
        if (!path) continue;
        if (path.text.split('/').some((s) => s.includes('+') && s !== '+'))
          yield { file, span: span(path.range), message: `The + inside "${path.text}" matches only itself.` };
      }
  },
};
