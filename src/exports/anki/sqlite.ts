/**
 * SQLite, compiled to JavaScript: the site's policy forbids WebAssembly, as it forbids everything that is not served as
 * a script of its own. Half a megabyte, so it is loaded when someone asks for a package and not before.
 */
interface Database {
  run(sql: string, values?: readonly (string | number)[]): void;
  export(): Uint8Array;
  close(): void;
}

interface Sqlite {
  readonly Database: new () => Database;
}

export const openDatabase = async (): Promise<Database> => {
  const { default: start } = (await import('sql.js/dist/sql-asm.js')) as { default: () => Promise<Sqlite> };
  const { Database } = await start();
  return new Database();
};
