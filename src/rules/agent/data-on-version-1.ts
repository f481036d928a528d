import type { Rule } from '../rule.ts';
import { secretFields, templates } from '../workspace/templates.ts';
import { kvVersion1 } from '../workspace/vault.ts';

export const agentDataOnVersion1: Rule = {
  id: 'agent/data-on-version-1',
  severity: 'warning',
  title: 'KV version 1 has no data inside Data',
  why: 'The answer of KV version 1 holds the values themselves: .Data.<key>. A field of the missing data ends the Agent: nil pointer evaluating interface {}.',
  wrong: '{{ with secret "old/app" }}{{ .Data.data.password }}{{ end }}',
  right: '{{ with secret "old/app" }}{{ .Data.password }}{{ end }}',
  lessons: ['L10'],
  source: 'consul-template 0.39: template/template.go; Go text/template',
  *check(workspace) {
    const mounts = kvVersion1(workspace);
    for (const site of templates(workspace))
      for (const { call, ident, pos, end } of secretFields(site)) {
        if (
          ident[0] !== 'Data' ||
          ident[1] !== 'data' ||
          ident.length < 3 ||
          !mounts.some((m) => call.path.startsWith(`${m}/`))
        )
          continue;
        const span = site.span(pos, end);
        const right = site.slice(pos, end).replace('.Data.data.', '.Data.');
        yield {
          file: site.file,
          span,
          message: `${call.path} is in a KV engine of version 1: write ${right}.`,
          fix: { title: `Change to ${right}`, edits: [{ file: site.file, span, text: right }] },
        };
      }
  },
};
