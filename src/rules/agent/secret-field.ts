import type { Rule } from '../rule.ts';
import { secretFields, templates } from '../workspace/templates.ts';

/** consul-template: dependency/vault_common.go (Secret) */
const FIELDS: readonly string[] = [
  'RequestID',
  'LeaseID',
  'LeaseDuration',
  'Renewable',
  'Data',
  'Warnings',
  'Auth',
  'WrapInfo',
];

export const agentSecretField: Rule = {
  id: 'agent/secret-field',
  severity: 'error',
  title: 'A secret has no such field',
  why: "Fields of Vault's answer are Go names: Data, LeaseID, LeaseDuration, Renewable, RequestID, Warnings, Auth, WrapInfo. Letter case counts; the Agent ends with exit code 1.",
  wrong: '{{ with secret "kv/data/app" }}{{ .data.data.x }}{{ end }}',
  right: '{{ with secret "kv/data/app" }}{{ .Data.data.x }}{{ end }}',
  lessons: ['L10'],
  source: 'consul-template 0.39: template/template.go; Go text/template',
  *check(workspace) {
    for (const site of templates(workspace))
      for (const { ident, pos, end } of secretFields(site)) {
        const [name = ''] = ident;
        if (FIELDS.includes(name)) continue;
        const near = FIELDS.find((f) => f.toLowerCase() === name.toLowerCase());
        const span = site.span(pos, end);
        const right = near && site.slice(pos, end).replace(`.${name}`, `.${near}`);
        yield {
          file: site.file,
          span,
          message: `The Agent would say: can't evaluate field ${name} in type *dependency.Secret`,
          ...(right && { fix: { title: `Change to ${right}`, edits: [{ file: site.file, span, text: right }] } }),
        };
      }
  },
};
