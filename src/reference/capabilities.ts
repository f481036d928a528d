/** Capabilities of a policy and the requests they allow. Source: vault: vault/policy.go, vault/acl.go. */
import type { ReferenceEntry } from './entry.ts';

const capability = (name: string, type: string, summary: string, trap?: string): ReferenceEntry => ({
  name,
  type,
  summary,
  ...(trap !== undefined && { trap }),
  example: `path "kv/data/app/*" {\n  capabilities = ["${name}"]\n}`,
});

export const capabilities: readonly ReferenceEntry[] = [
  capability(
    'create',
    'POST, PUT',
    'Write where nothing is yet.',
    'Most paths do not tell new from old: they ask for update. KV version 2 does tell.',
  ),
  capability('read', 'GET', 'Read what is at the path.', 'In KV version 2 secrets are read below data/.'),
  capability(
    'update',
    'POST, PUT',
    'Write over what is there, and everything that is an action: login, encrypt, renew.',
  ),
  capability(
    'patch',
    'PATCH',
    'Change a part of what is there.',
    'Only paths that know PATCH: in KV version 2 data and metadata.',
  ),
  capability(
    'delete',
    'DELETE',
    'Delete what is at the path.',
    'In KV version 2 deleting data/ hides the latest version; destroy/ and metadata/ remove for good.',
  ),
  capability(
    'list',
    'LIST, GET with ?list=true',
    'List the names below the path.',
    'In KV version 2 names are listed below metadata/. A name is shown even where it cannot be read.',
  ),
  capability(
    'sudo',
    'with another capability',
    'Needed besides the others on paths that Vault protects, such as sys/audit or auth/token/create-orphan.',
    'By itself it allows nothing.',
  ),
  capability(
    'deny',
    'everything',
    'Refuses whatever others allow on the same path.',
    'It wins over every other capability at the same path pattern, from whichever policy.',
  ),
  capability('subscribe', 'event notifications', 'Receive events of the path. Vault Enterprise.'),
  capability(
    'recover',
    'recovery from a snapshot',
    'Restore a path from a loaded snapshot. Vault Enterprise, from 1.20.',
    'Vault 1.19 does not know the word and refuses the policy.',
  ),
];
