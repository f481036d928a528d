import type { Rule } from '../rule.ts';

export const policyStarInside: Rule = {
  id: 'policy/star-inside',
  severity: 'warning',
  title: '* is a wildcard only at the end',
  why: 'In the middle of a path * is an ordinary character. + stands for one whole segment.',
  wrong: 'path "kv/data/*/config" { … }',
  right: 'path "kv/data/+/config" { … }',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
  *check(workspace) {
    for (const { inspection, file, span } of workspace.policies)
      for (const { path } of inspection.stanzas) {
        if (!path) continue;
        if (!path.text.slice(0, -1).includes('*')) continue;
        const right = path.text.replace(/(?<=^|\/)\*(?=\/)/g, '+');
        const mends = !right.slice(0, -1).includes('*');
        yield {
          file,
          span: span(path.range),
          message: `The * inside "${path.text}" matches only itself.`,
          ...(mends && {
            fix: { title: `Change to "${right}"`, edits: [{ file, span: span(path.range), text: `"${right}"` }] },
          }),
        };
      }
  },
};
