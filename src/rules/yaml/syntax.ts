import type { Rule } from '../rule.ts';

export const yamlSyntax: Rule = {
  id: 'yaml/syntax',
  severity: 'error',
  title: 'This is not YAML',
  why: 'Neither kubectl nor Vault can read the file; nothing in it is applied.',
  wrong: 'name: "web',
  right: 'name: "web"',
  lessons: [],
  source: 'https://yaml.org/spec/1.2.2/',
  *check({ yaml }) {
    for (const { file, problems } of yaml) {
      for (const { place, text, remedy } of problems) {
        const end = { line: place.line, column: place.column + 1 };
        yield { file, span: { start: place, end }, message: `${text} ${remedy}`.trim() };
      }
    }
  },
};
