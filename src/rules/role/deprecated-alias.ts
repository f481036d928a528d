import { oldTokenFields } from '../../sim/vault/framework/index.ts';
import type { Rule } from '../rule.ts';
import { kubernetesRoles } from '../workspace/vault.ts';

export const deprecatedAlias: Rule = {
  id: 'role/deprecated-alias',
  severity: 'note',
  title: 'This parameter has a newer name',
  why: 'Vault still takes the old name and shows both when the role is read. When both are written, the newer one counts.',
  wrong: 'policies: [kv-app]\nttl: 1h',
  right: 'token_policies: [kv-app]\ntoken_ttl: 1h',
  lessons: ['L06', 'L08'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes#create-update-role',
  *check(workspace) {
    for (const { configuration, path, role } of kubernetesRoles(workspace)) {
      for (const old of Object.keys(oldTokenFields)) {
        if (!(old in role)) continue;
        const { document, file } = configuration;
        const fresh = `token_${old}`;
        const start = document.keyPlace([...path, old]);
        const span = { start, end: { line: start.line, column: start.column + old.length } };
        yield {
          file,
          span,
          message: `${old} is the old name of ${fresh}.`,
          fix: { title: `Change to ${fresh}`, edits: [{ file, span, text: fresh }] },
        };
      }
    }
  },
};
