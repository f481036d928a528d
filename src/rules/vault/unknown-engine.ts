import { BUILTIN } from '../../sim/vault/mounts/builtin.ts';
import { nearest } from '../../text/suggest.ts';
import type { Rule } from '../rule.ts';
import { secretMounts } from '../workspace/vault.ts';

/** Names that the catalog does not list and Vault takes all the same. */
const ALSO: readonly string[] = [
  'kv-v1',
  'kv-v2',
  'generic',
  'database',
  'identity',
  'cubbyhole',
  'transform',
  'keymgmt',
  'kmip',
];

export const vaultUnknownEngine: Rule = {
  id: 'vault/unknown-engine',
  severity: 'error',
  title: 'There is no such secrets engine',
  why: 'Vault refuses to enable it: plugin not found in the catalog.',
  wrong: 'type: kv2',
  right: 'type: kv\noptions: {version: 2}',
  lessons: ['L07'],
  source: 'vault: helper/builtinplugins/registry.go',
  *check(workspace) {
    for (const {
      configuration: { document, file },
      path,
      type,
    } of secretMounts(workspace)) {
      if (type === '' || ALSO.includes(type) || (BUILTIN.secret as readonly string[]).includes(type)) continue;
      const near = type === 'kv2' ? 'kv-v2' : nearest(type, [...BUILTIN.secret, ...ALSO]);
      if (near === null) continue;
      const span = document.span([...path, 'type']);
      yield {
        file,
        span,
        message: `Vault has no secrets engine ${type}. Did you mean ${near}?`,
        fix: { title: `Change to ${near}`, edits: [{ file, span, text: near }] },
      };
    }
  },
};
