import type { Rule } from '../rule.ts';
import { resolved } from '../workspace/login.ts';
import { deniedReads } from '../workspace/reads.ts';

export const crossPathNotAllowed: Rule = {
  id: 'cross/path-not-allowed',
  severity: 'warning',
  title: 'No policy lets the Agent read this',
  why: "The role's policies decide. With KV version 2 they must name the path with data/. Vault answers 403, the Agent retries and ends after about five minutes.",
  wrong: '{{ with secret "kv/data/other" }}\n# policy: path "kv/data/app/*"',
  right: 'path "kv/data/other" { capabilities = ["read"] }',
  lessons: ['L07', 'L11'],
  source: 'vault-plugin-auth-kubernetes: path_login.go',
  *check(workspace) {
    for (const login of resolved(workspace)) {
      const { injection } = login;
      const { document, file } = injection.manifest;
      for (const { site, call, path, near } of deniedReads(workspace, login))
        yield {
          file,
          span: site === undefined ? document.span(call) : site.span(call.pos, call.end),
          message: `The policies of ${login.roleName} do not allow read on ${path}.${near === undefined ? '' : ` The rule "${near.path}" nearly does: ${near.because}.`}`,
        };
    }
  },
};
