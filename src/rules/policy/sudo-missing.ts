import type { Rule } from '../rule.ts';

/** Exact paths that are always protected. (vault: vault/logical_system.go, PathsSpecial.Root) */
const SUDO: readonly string[] = ['sys/audit', 'sys/raw', 'sys/rotate', 'sys/remount', 'sys/config/cors'];

export const policySudoMissing: Rule = {
  id: 'policy/sudo-missing',
  severity: 'warning',
  title: 'This path needs sudo',
  why: 'Vault protects some paths: besides the capability the rule must have sudo.',
  wrong: 'path "sys/audit" { capabilities = ["read"] }',
  right: 'path "sys/audit" { capabilities = ["read", "sudo"] }',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
  *check(workspace) {
    for (const { inspection, file, span } of workspace.policies)
      for (const { path, capabilities } of inspection.stanzas) {
        if (!path) continue;
        if (
          SUDO.includes(path.text) &&
          capabilities.length > 0 &&
          !capabilities.some((c) => ['sudo', 'deny'].includes(c.text))
        )
          yield { file, span: span(path.range), message: `Requests to "${path.text}" are refused without sudo.` };
      }
  },
};
