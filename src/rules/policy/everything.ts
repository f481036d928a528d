import type { Rule } from '../rule.ts';

export const policyEverything: Rule = {
  id: 'policy/everything',
  severity: 'note',
  title: 'This is a rule for everything',
  why: 'A token with this rule may do nearly all that root may. Name what is needed.',
  wrong: 'path "*" { capabilities = ["read"] }',
  right: 'path "kv/data/app/*" { capabilities = ["read"] }',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
  *check(workspace) {
    for (const { inspection, file, span } of workspace.policies)
      for (const { path, capabilities } of inspection.stanzas) {
        if (!path) continue;
        if ((path.text === '*' || path.text === '+/*') && !capabilities.some((c) => c.text === 'deny'))
          yield { file, span: span(path.range), message: 'This path matches every request.' };
      }
  },
};
