import { isDraft, original } from 'immer';

/**
 * The storage as it was when the request came. Reading through a draft would copy every level it passes, so handlers read
 * here and write once, to the draft.
 */
export const stored = <S extends object>(storage: S): S =>
  isDraft(storage) ? ((original(storage as never) as S | undefined) ?? storage) : storage;
