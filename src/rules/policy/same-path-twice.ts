import type { Rule } from '../rule.ts';

export const policySamePathTwice: Rule = {
  id: 'policy/same-path-twice',
  severity: 'note',
  title: 'Two stanzas for one path',
  why: 'Vault unites the capabilities of stanzas with the same path. One stanza says the same, and is read as it is meant.',
  wrong: 'path "kv/data/a" { capabilities = ["read"] }\npath "kv/data/a" { capabilities = ["update"] }',
  right: 'path "kv/data/a" { capabilities = ["read", "update"] }',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
  *check(workspace) {
    for (const { inspection, file, span } of workspace.policies)
      for (const { path } of inspection.stanzas) {
        if (!path) continue;
        const same = inspection.stanzas.filter((s) => s.path?.text === path.text);
        if (same[0]?.path !== path)
          yield { file, span: span(path.range), message: `"${path.text}" stands here for the second time.` };
      }
  },
};
