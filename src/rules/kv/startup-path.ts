import type { Rule } from '../rule.ts';
import { kvMounts } from '../workspace/vault.ts';
import { isObject, valueAt } from '../workspace/workspace.ts';

export const kvStartupPath: Rule = {
  id: 'kv/startup-path',
  severity: 'warning',
  title: 'The first secret is not where it should be',
  why: 'startupSecrets are written through the API: with KV version 2 the path has data/, and the values stand below a key data.',
  wrong: '- type: kv\n  path: kv/app\n  data: {user: web}',
  right: '- type: kv\n  path: kv/data/app\n  data:\n    data: {user: web}',
  lessons: ['L07'],
  source: 'https://bank-vaults.dev/docs/concepts/external-configuration/startup-secrets/',
  *check(workspace) {
    const mounts = kvMounts(workspace);
    for (const { document, file } of workspace.vault) {
      const list = valueAt(document.value, ['startupSecrets']);
      for (const [i, secret] of (Array.isArray(list) ? list : []).entries()) {
        const path = isObject(secret) ? String(secret.path ?? '').replace(/^\/+/, '') : '';
        const mount = mounts.find((m) => path.startsWith(`${m}/`));
        if (!isObject(secret) || mount === undefined) continue;
        if (!path.startsWith(`${mount}/data/`) && !path.startsWith(`${mount}/metadata/`)) {
          const right = `${mount}/data/${path.slice(mount.length + 1)}`;
          const span = document.span(['startupSecrets', i, 'path']);
          yield {
            file,
            span,
            message: `KV version 2 has no path ${path} to write to.`,
            fix: { title: `Change to ${right}`, edits: [{ file, span, text: right }] },
          };
        } else if (path.startsWith(`${mount}/data/`) && isObject(secret.data) && !isObject(secret.data.data))
          yield {
            file,
            span: document.span(['startupSecrets', i, 'path']),
            message: 'The values belong below a key data of their own; Vault answers 400 "no data provided".',
          };
      }
    }
  },
};
