/** One request for many items: each is answered, or says why not. Source: vault: builtin/logical/transit/path_encrypt.go. */
import { errorResponse, type Response, VaultError } from '../framework/index.ts';
import { bytesOf } from './key.ts';

export type Item = Readonly<Record<string, unknown>>;

export const textOf = (item: Item, name: string): string => (typeof item[name] === 'string' ? item[name] : '');

/** `context`, `associated_data` and `key_version` of an item. @throws VaultError 400 */
export const termsOf = (item: Item) => ({
  context: bytesOf(textOf(item, 'context'), 'failed to decode context: '),
  associated: bytesOf(textOf(item, 'associated_data'), 'failed to base64-decode associated data: '),
  version: Number(item.key_version ?? 0) || 0,
});

/**
 * Runs the request's own item, or those of `batch_input`.
 * @returns `data` of the answer; a batch in which anything failed has status 400 (or the one asked for)
 */
export const each = (
  raw: Item,
  act: (item: Item) => Readonly<Record<string, unknown>>,
  partialFailure = 0,
): Response => {
  const batch = raw.batch_input;
  if (batch === undefined || batch === null) return { data: act(raw) };
  if (!Array.isArray(batch)) throw errorResponse(`failed to parse batch input: expected a list`);
  if (batch.length === 0) throw errorResponse('missing batch input to process');
  let failures = 0;
  const results = batch.map((item: unknown) => {
    const given = typeof item === 'object' && item !== null ? (item as Item) : {};
    const reference = textOf(given, 'reference');
    try {
      return { ...act(given), ...(reference !== '' && { reference }) };
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      failures += 1;
      return { error: error.message, ...(reference !== '' && { reference }) };
    }
  });
  const data = { batch_results: results };
  if (failures === 0) return { data };
  return { data, status: partialFailure !== 0 && failures < results.length ? partialFailure : 400 };
};
