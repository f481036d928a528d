import type { Rule } from '../rule.ts';

export const policyDenyWins: Rule = {
  id: 'policy/deny-wins',
  severity: 'warning',
  title: 'deny takes everything else away',
  why: 'Where deny stands in a list, the other capabilities of that path count for nothing.',
  wrong: 'capabilities = ["read", "deny"]',
  right: 'capabilities = ["deny"]',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
  *check(workspace) {
    for (const { inspection, file, span } of workspace.policies)
      for (const { path, capabilities } of inspection.stanzas) {
        if (!path) continue;
        const deny = capabilities.find((c) => c.text === 'deny');
        if (deny && capabilities.length > 1)
          yield { file, span: span(deny.range), message: `"${path.text}" is denied, whatever else is listed.` };
      }
  },
};
