/** One statement against the roles. Few statements are understood; the others are let pass, and said to be. */
import { syntaxError } from './error.ts';
import type { Role, Roles } from './role.ts';
import { dropOwned, grant, reassignOwned, revoke } from './statements/grants.ts';
import { alterRole, createRole, dropRole } from './statements/roles.ts';
import { Reader, wordsOf } from './words.ts';

export interface Executed {
  readonly roles: Roles;
  /** The statement was accepted without doing what it says. */
  readonly notModelled: boolean;
}

/** First words of statements that the real server knows; whatever begins otherwise is a syntax error. */
const COMMANDS = new Set(
  'alter analyze begin call checkpoint close cluster comment commit copy create deallocate declare delete discard do drop end execute explain fetch import insert listen load lock merge move notify prepare reassign refresh reindex release reset rollback savepoint security select set show start table truncate unlisten update vacuum values with'.split(
    ' ',
  ),
);

const understood = (roles: Roles, session: Role, reader: Reader): Roles | undefined => {
  if (reader.take('create', 'role')) return createRole(roles, session, reader, false);
  if (reader.take('create', 'group')) return createRole(roles, session, reader, false);
  if (reader.take('create', 'user')) return createRole(roles, session, reader, true);
  if (reader.take('alter', 'role') || reader.take('alter', 'user')) return alterRole(roles, session, reader);
  if (reader.take('drop', 'owned', 'by')) return dropOwned(roles, reader);
  if (reader.take('reassign', 'owned', 'by')) return reassignOwned(roles, reader);
  if (reader.take('drop', 'role') || reader.take('drop', 'user') || reader.take('drop', 'group'))
    return dropRole(roles, session, reader);
  if (reader.take('grant')) return grant(roles, reader);
  if (reader.take('revoke')) return revoke(roles, reader);
  return undefined;
};

/**
 * Runs one statement. @param session the role that is logged in
 * @throws SqlError
 */
export const execute = (roles: Roles, session: Role, sql: string): Executed => {
  const words = wordsOf(sql);
  const first = words[0];
  if (first === undefined) return { roles, notModelled: false };
  const changed = understood(roles, session, new Reader(words));
  if (changed) return { roles: changed, notModelled: false };
  if (first.kind !== 'name' || !COMMANDS.has(first.value)) throw syntaxError(first.source);
  return { roles, notModelled: !['begin', 'commit', 'end'].includes(first.value) };
};
