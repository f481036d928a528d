import { openStore, type Store } from '../../progress/index.ts';

let open: Promise<Store> | null = null;

/** The learner's document, opened once a page. */
export const progress = (): Promise<Store> => {
  open ??= openStore({ now: () => Date.now(), unique: () => crypto.randomUUID() });
  return open;
};
