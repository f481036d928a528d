import { BUILTIN } from '../../sim/vault/mounts/builtin.ts';
import { nearest } from '../../text/suggest.ts';
import type { Rule } from '../rule.ts';
import { authMounts } from '../workspace/vault.ts';

export const vaultUnknownAuth: Rule = {
  id: 'vault/unknown-auth',
  severity: 'error',
  title: 'There is no such auth method',
  why: 'Vault refuses to enable it: plugin not found in the catalog.',
  wrong: 'type: kubernetez',
  right: 'type: kubernetes',
  lessons: ['L05'],
  source: 'vault: helper/builtinplugins/registry.go',
  *check(workspace) {
    for (const {
      configuration: { document, file },
      path,
      type,
    } of authMounts(workspace)) {
      if (type === '' || type === 'token' || (BUILTIN.auth as readonly string[]).includes(type)) continue;
      const near = nearest(type, BUILTIN.auth);
      // A name that is near no other may be a plugin of one's own.
      if (near === null) continue;
      const span = document.span([...path, 'type']);
      yield {
        file,
        span,
        message: `Vault has no auth method ${type}. Did you mean ${near}?`,
        fix: { title: `Change to ${near}`, edits: [{ file, span, text: near }] },
      };
    }
  },
};
