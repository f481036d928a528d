import { type Connection, connect } from './connection.ts';

/** A connection that is made again when it ends by itself: the browser closed it, or a newer page needed the database. */
export interface Lasting {
  /** @throws DOMException where it cannot be made again */
  get(): Promise<Connection>;
  close(): void;
}

/** @throws DOMException where storage is refused, newer than this program, or held by an older page */
export const lastingConnection = async (name: string): Promise<Lasting> => {
  const make = async (): Promise<{ readonly db: Connection; readonly ended: { yes: boolean } }> => {
    const ended = { yes: false };
    const db = await connect(name, () => {
      ended.yes = true;
    });
    return { db, ended };
  };
  let current = await make();
  let closed = false;
  return {
    get: async () => {
      if (current.ended.yes && !closed) current = await make();
      return current.db;
    },
    close: () => {
      closed = true;
      current.db.close();
    },
  };
};
