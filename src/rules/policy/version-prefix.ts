import type { Rule } from '../rule.ts';

export const policyVersionPrefix: Rule = {
  id: 'policy/version-prefix',
  severity: 'warning',
  title: 'v1/ is not part of the path',
  why: 'Policies name paths without v1/; a rule with it matches nothing.',
  wrong: 'path "v1/kv/data/app" { … }',
  right: 'path "kv/data/app" { … }',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
  *check(workspace) {
    for (const { inspection, file, span } of workspace.policies)
      for (const { path } of inspection.stanzas) {
        if (!path) continue;
        if (!/^\/?v1\//.test(path.text)) continue;
        const right = path.text.replace(/^\/?v1\//, '');
        yield {
          file,
          span: span(path.range),
          message: `No request has the path "${path.text}".`,
          fix: { title: `Change to "${right}"`, edits: [{ file, span: span(path.range), text: `"${right}"` }] },
        };
      }
  },
};
