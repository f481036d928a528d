import { roleFields } from '../../sim/vault/auth-kubernetes/role-write.ts';
import { nearest } from '../../text/suggest.ts';
import type { Rule } from '../rule.ts';
import { kubernetesRoles } from '../workspace/vault.ts';

const KNOWN = Object.keys(roleFields);
/** Parameters of other auth methods that people write here, and what a Kubernetes role has instead. */
const FOREIGN: Readonly<Record<string, string>> = {
  bound_audiences: 'audience',
  audiences: 'audience',
  bound_service_accounts: 'bound_service_account_names',
  bound_namespaces: 'bound_service_account_namespaces',
  service_account_names: 'bound_service_account_names',
  service_account_namespaces: 'bound_service_account_namespaces',
};

export const unknownRoleParameter: Rule = {
  id: 'role/unknown-parameter',
  severity: 'warning',
  title: 'A Kubernetes role has no such parameter',
  why: 'Vault stores the role and ignores what it does not know; with the answer 204 it does not even warn. bound_audiences belongs to the JWT auth method: here it restricts nothing.',
  wrong: 'bound_audiences: [vault]',
  right: 'audience: vault',
  lessons: ['L06'],
  source: 'vault-plugin-auth-kubernetes: path_role.go',
  *check(workspace) {
    for (const { configuration, path, role } of kubernetesRoles(workspace)) {
      for (const key of Object.keys(role)) {
        if (KNOWN.includes(key)) continue;
        const { document, file } = configuration;
        const start = document.keyPlace([...path, key]);
        const span = { start, end: { line: start.line, column: start.column + key.length } };
        const near = FOREIGN[key] ?? nearest(key, KNOWN);
        yield {
          file,
          span,
          message:
            near === null
              ? `${key} is no parameter of a Kubernetes role.`
              : `${key} is no parameter of a Kubernetes role. You may mean ${near}.`,
          ...(near !== null && { fix: { title: `Change to ${near}`, edits: [{ file, span, text: near }] } }),
        };
      }
    }
  },
};
