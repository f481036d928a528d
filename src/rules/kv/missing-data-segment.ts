import type { Rule } from '../rule.ts';
import { kvMounts } from '../workspace/vault.ts';

/** What may follow the mount in the path of a KV v2 engine. */
const SEGMENTS = new Set(['data', 'metadata', 'delete', 'undelete', 'destroy', 'subkeys', 'config', '+', '*']);

export const missingDataSegment: Rule = {
  id: 'kv/missing-data-segment',
  severity: 'warning',
  title: 'This path misses data/',
  why: 'The API of KV version 2 has data/ between mount and name; policies match API paths. The rule matches nothing that anybody asks for, and reading the secret is refused with 403. The command vault kv adds data/ by itself, which hides this.',
  wrong: 'path "kv/app/*" { capabilities = ["read"] }',
  right: 'path "kv/data/app/*" { capabilities = ["read"] }',
  lessons: ['L07', 'L11'],
  source: 'https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2#acl-rules',
  *check(workspace) {
    const mounts = kvMounts(workspace);
    for (const { inspection, file, span } of workspace.policies) {
      for (const { path } of inspection.stanzas) {
        const mount = path && mounts.find((m) => path.text.startsWith(`${m}/`));
        if (!path || mount === undefined) continue;
        const rest = path.text.slice(mount.length + 1);
        const first = rest.split('/')[0] ?? '';
        if (rest === '' || SEGMENTS.has(first) || first.endsWith('*')) continue;
        const place = span(path.range);
        const right = `${mount}/data/${rest}`;
        yield {
          file,
          span: place,
          message: `"${path.text}" is no path of the KV version 2 engine at ${mount}/. To read the secret, name "${right}".`,
          fix: { title: `Change to "${right}"`, edits: [{ file, span: place, text: `"${right}"` }] },
        };
      }
    }
  },
};
