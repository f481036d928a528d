/** Tabs tell each other what they stored. */
import { type Entry, readEntry } from './entry.ts';

export type News =
  | { readonly kind: 'added'; readonly entries: readonly Entry[] }
  | { readonly kind: 'erased' }
  /** Anything else: read again. */
  | { readonly kind: 'changed' };

export interface Channel {
  post(news: News): void;
  close(): void;
}

const read = (data: unknown): News => {
  const news = data as Partial<{ kind: unknown; entries: unknown }> | null;
  if (news?.kind === 'erased') return { kind: 'erased' };
  if (news?.kind !== 'added' || !Array.isArray(news.entries)) return { kind: 'changed' };
  const entries = news.entries.map(readEntry).flatMap((result) => ('entry' in result ? [result.entry] : []));
  // A page of another version may write what this one does not know.
  return entries.length === news.entries.length ? { kind: 'added', entries } : { kind: 'changed' };
};

/**
 * @param name of the database
 * @param hear told what other tabs, and other parts of this page, post
 */
export const openChannel = (name: string, hear: (news: News) => void = () => undefined): Channel => {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(`${name} changed`);
  channel.addEventListener('message', ({ data }) => hear(read(data)));
  return {
    post: (news) => channel.postMessage(news),
    close: () => channel.close(),
  };
};
