/** Names that callers choose, as keys of plain objects: `__proto__` is the one text that would not become a key. */
const PROTO = '__proto__';
const SAFE = `${PROTO} `;

/** The key under which a name is kept. */
export const tableKey = (name: string): string => (name === PROTO ? SAFE : name);

/** The name that a key stands for. */
export const tableName = (key: string): string => (key === SAFE ? PROTO : key);
