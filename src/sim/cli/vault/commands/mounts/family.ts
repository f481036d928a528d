/** What `vault secrets` and `vault auth` share. */
import type { Run } from '../../../program.ts';
import type { Call } from '../../command.ts';

export type Family = 'secrets' | 'auth';

export interface Mount {
  readonly type?: string;
  readonly accessor?: string;
  readonly description?: string;
  readonly uuid?: string;
  readonly options?: Readonly<Record<string, string>> | null;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly local?: boolean;
  readonly seal_wrap?: boolean;
  readonly external_entropy_access?: boolean;
  readonly plugin_version?: string;
  readonly running_plugin_version?: string;
  readonly running_sha256?: string;
  readonly deprecation_status?: string;
}

export const WORDS = {
  secrets: { api: 'sys/mounts', noun: 'secrets engine', failing: 'Error listing secrets engines: ' },
  auth: { api: 'sys/auth', noun: 'auth method', failing: 'Error listing enabled authentications: ' },
} as const;

/** All mounts of a family, sorted by path. */
export function* mountsOf(call: Call, family: Family): Run<[string, Mount][]> {
  const body = yield* call.client.must(WORDS[family].failing, { method: 'GET', path: WORDS[family].api });
  const data = ((body as { data?: Record<string, Mount> } | null)?.data ?? {}) as Record<string, Mount>;
  return Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));
}
