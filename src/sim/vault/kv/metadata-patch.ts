import { type FieldData, goError } from '../framework/index.ts';
import { mergePatch } from './merge-patch.ts';
import type { MetadataFields } from './metadata-fields.ts';
import type { SecretKey } from './storage.ts';

/** Go's JSON decoder refuses what does not fit the stored structure, with a 500. */
const misfit = (what: string, field: string, type: string) =>
  goError(`json: cannot unmarshal ${what} into Go struct field KeyMetadata.${field} of type ${type}`);

const nameOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  return typeof value;
};

/**
 * Applies the fields of a PATCH to a key (kv plugin: path_metadata.go, pathMetadataPatch): null entries of
 * `custom_metadata` go, `"custom_metadata": null` clears it.
 * @param key draft
 */
export function patchMetadata(key: SecretKey, given: FieldData<MetadataFields>): void {
  const maxVersions = given.given('max_versions') ?? key.maxVersions;
  if (maxVersions < 0) throw misfit(`number ${maxVersions}`, 'max_versions', 'uint32');
  const custom = given.given('custom_metadata');
  if (custom !== undefined) {
    const change = given.raw.custom_metadata === null ? {} : mergePatch(key.customMetadata, custom);
    const entries = Object.entries(change as Readonly<Record<string, unknown>>);
    const texts = entries.map(([name, value]): [string, string] => {
      if (typeof value !== 'string') throw misfit(nameOf(value), 'custom_metadata', 'string');
      return [name, value];
    });
    key.customMetadata = texts.length === 0 ? null : Object.fromEntries(texts);
  }
  key.maxVersions = maxVersions;
  key.casRequired = given.given('cas_required') ?? key.casRequired;
  key.deleteVersionAfter = given.given('delete_version_after') ?? key.deleteVersionAfter;
}
