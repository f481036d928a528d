import type { Rule } from '../rule.ts';
import { secretFields, templates } from '../workspace/templates.ts';
import { kvMounts } from '../workspace/vault.ts';

export const agentMissingData: Rule = {
  id: 'agent/missing-data',
  severity: 'warning',
  title: 'With KV version 2 the values are one level deeper',
  why: 'The answer of KV version 2 holds data and metadata: a value is .Data.data.<key>. What is not there prints <no value>, without an error.',
  wrong: '{{ with secret "kv/data/app" }}{{ .Data.password }}{{ end }}',
  right: '{{ with secret "kv/data/app" }}{{ .Data.data.password }}{{ end }}',
  lessons: ['L10'],
  source: 'consul-template 0.39: template/template.go; Go text/template',
  *check(workspace) {
    const mounts = kvMounts(workspace);
    for (const site of templates(workspace))
      for (const { call, ident, pos, end } of secretFields(site)) {
        const [first, key = 'data'] = ident;
        const mount = mounts.find((m) => call.path.startsWith(`${m}/`));
        const branch = mount === undefined ? '' : call.path.slice(mount.length + 1).split('/')[0];
        if (mount === undefined || call.writes || first !== 'Data' || ['data', 'metadata'].includes(key)) continue;
        // Without a Vault configuration only a path with data/ is sure to be of version 2.
        if (branch !== 'data' && (['metadata', 'subkeys'].includes(branch ?? '') || workspace.vault.length === 0))
          continue;
        const written = site.slice(pos, end);
        const right = written.replace('.Data.', '.Data.data.');
        const span = site.span(pos, end);
        yield {
          file: site.file,
          span,
          message: `${written} is <no value> here; the value is at ${right}.`,
          fix: { title: `Change to ${right}`, edits: [{ file: site.file, span, text: right }] },
        };
      }
  },
};
