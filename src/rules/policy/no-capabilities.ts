import type { Rule } from '../rule.ts';

export const policyNoCapabilities: Rule = {
  id: 'policy/no-capabilities',
  severity: 'warning',
  title: 'This path grants nothing',
  why: 'A stanza without capabilities is as good as deny for what it matches, and hides broader rules.',
  wrong: 'path "kv/data/app" {}',
  right: 'path "kv/data/app" { capabilities = ["read"] }',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
  *check(workspace) {
    for (const { inspection, file, span } of workspace.policies)
      for (const { path, capabilities, keys } of inspection.stanzas) {
        if (!path) continue;
        if (capabilities.length === 0 && !keys.some((k) => k.text === 'policy') && inspection.error === undefined)
          yield { file, span: span(path.range), message: `Nothing is allowed at "${path.text}".` };
      }
  },
};
