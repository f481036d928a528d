import type { Rule } from '../rule.ts';

export const policyNameTwice: Rule = {
  id: 'policy/name-twice',
  severity: 'warning',
  title: 'Two policies have one name',
  why: 'The later one replaces the earlier. Names are lower-cased.',
  wrong: 'policies:\n  - name: app\n  - name: App',
  right: 'policies:\n  - name: app\n  - name: app-admin',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
  *check(workspace) {
    const seen = new Set<string>();
    for (const { name, namePath, file, span } of workspace.policies) {
      const key = name.toLowerCase();
      const origin = { offset: 0, line: 1, column: 1 };
      if (key !== '' && seen.has(key))
        yield {
          file,
          span: namePath ? namePath.document.span(namePath.path) : span({ start: origin, end: origin }),
          message: `The policy ${key} is written twice; one text replaces the other.`,
        };
      seen.add(key);
    }
  },
};
