import type { Rule } from '../rule.ts';

export const policyOldWrite: Rule = {
  id: 'policy/old-write',
  severity: 'note',
  title: 'policy = is an old way to write capabilities',
  why: 'Vault still reads it; everybody else has forgotten it.',
  wrong: 'policy = "read"',
  right: 'capabilities = ["read", "list"]',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
  *check(workspace) {
    for (const { inspection, file, span } of workspace.policies)
      for (const { path, keys } of inspection.stanzas) {
        if (!path) continue;
        const old = keys.find((k) => k.text === 'policy');
        if (old) yield { file, span: span(old.range), message: `"${path.text}" uses the shorthand of Vault 0.4.` };
      }
  },
};
