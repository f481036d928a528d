import type { Rule } from '../rule.ts';

export const policySyntax: Rule = {
  id: 'policy/syntax',
  severity: 'error',
  title: 'Vault cannot read this policy',
  why: 'Vault answers 400 and stores nothing; an earlier version of the policy stays in force.',
  wrong: 'path "kv/data/app" { capabilities = ["read" }',
  right: 'path "kv/data/app" { capabilities = ["read"] }',
  lessons: ['L07'],
  source: 'vault: vault/policy.go (ParseACLPolicy)',
  *check({ policies }) {
    for (const { inspection, file, span } of policies) {
      const { error, stanzas } = inspection;
      // An unknown capability has a rule, and words, of its own.
      if (!error || stanzas.some((s) => s.capabilities.some((c) => !c.known))) continue;
      yield { file, span: span(error.range), message: error.text };
      for (const { message, range } of inspection.troubles.slice(1)) yield { file, span: span(range), message };
    }
  },
};
