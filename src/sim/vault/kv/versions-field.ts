import { type FieldData, invalidRequest, type Request } from '../framework/index.ts';
import { changeKey, findKey } from './secret-key.ts';
import type { SecretKey, SecretVersion, Storage } from './storage.ts';

/** Fields of `delete`, `undelete` and `destroy`. */
export const fields = { path: { type: 'string' }, versions: { type: 'comma int slice' } } as const;

/**
 * Changes those of the named versions that exist and are not destroyed; a key that is not there stays so.
 * @param complaint what to say when no version is named
 * @param change gets drafts of the versions and of the key
 */
export function changeVersions(
  request: Request<Storage>,
  given: FieldData<typeof fields>,
  complaint: string,
  change: (versions: readonly SecretVersion[], key: SecretKey) => void,
): undefined {
  const numbers = given.get('versions');
  if (numbers.length === 0) throw invalidRequest(complaint);
  const path = given.get('path');
  const found = findKey(request.storage, path);
  if (found === undefined) return undefined;
  changeKey(request.storage, path, found, (key) => {
    const versions = numbers.flatMap((number) => key.versions[String(number)] ?? []);
    change(
      versions.filter((version) => !version.destroyed),
      key,
    );
  });
  return undefined;
}
