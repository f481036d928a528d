import { type FieldData, invalidRequest, type Request } from '../framework/index.ts';
import { findKey } from './secret-key.ts';
import type { SecretKey, SecretVersion, Storage } from './storage.ts';

/** Fields of `delete`, `undelete` and `destroy`. */
export const fields = { path: { type: 'string' }, versions: { type: 'comma int slice' } } as const;

/**
 * The key and those of the named versions that exist and are not destroyed; undefined when the key is not there.
 * @param complaint what to say when no version is named
 */
export function namedVersions(
  request: Request<Storage>,
  given: FieldData<typeof fields>,
  complaint: string,
): { readonly key: SecretKey; readonly versions: readonly SecretVersion[] } | undefined {
  const numbers = given.get('versions');
  if (numbers.length === 0) throw invalidRequest(complaint);
  const key = findKey(request.storage, given.get('path'));
  if (key === undefined) return undefined;
  const versions = numbers.flatMap((number) => key.versions[String(number)] ?? []);
  return { key, versions: versions.filter((version) => !version.destroyed) };
}
