import type { Rule } from '../rule.ts';
import { kvMounts } from '../workspace/vault.ts';

export const listOnData: Rule = {
  id: 'kv/list-on-data',
  severity: 'warning',
  title: 'list does nothing on a data/ path',
  why: 'Names of KV version 2 are listed below metadata/. A list capability on data/ is never asked for, and vault kv list is refused with 403.',
  wrong: 'path "kv/data/app/*" { capabilities = ["read", "list"] }',
  right: 'path "kv/data/app/*" { capabilities = ["read"] }\npath "kv/metadata/app/*" { capabilities = ["list"] }',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2#acl-rules',
  *check(workspace) {
    const mounts = kvMounts(workspace);
    for (const { inspection, file, span } of workspace.policies) {
      for (const { path, capabilities } of inspection.stanzas) {
        if (!path || !mounts.some((m) => path.text.startsWith(`${m}/data/`))) continue;
        const list = capabilities.find((c) => c.text === 'list');
        if (list)
          yield {
            file,
            span: span(list.range),
            message: `Nobody lists "${path.text}"; the names are at "${path.text.replace('/data/', '/metadata/')}".`,
          };
      }
    }
  },
};
