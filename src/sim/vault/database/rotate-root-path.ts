/** `rotate-root/<name>`: afterwards Vault alone knows the password. Source: path_rotate_credentials.go. */
import { goError, nameRegex, path } from '../framework/index.ts';
import type { ConnectionOutput } from './connection-machine.ts';
import { connectionOf } from './connections.ts';
import { newPassword } from './names.ts';
import { DEFAULTS, failureOf, filled, transaction } from './plugin.ts';
import type { Storage } from './storage.ts';

export const rotateRootPath = path<Storage>()({
  pattern: `rotate-root/${nameRegex('name')}`,
  fields: { name: { type: 'string' } },
  operations: {
    update: (core, { storage }, given) => {
      const { details, rootStatements } = connectionOf(storage, given.get('name'));
      const username = String(details.username ?? '');
      if (username === '') throw goError('unable to rotate root credentials: no username in configuration');
      if (!details.password) throw goError('unable to rotate root credentials: no password in configuration');
      const password = newPassword(core);
      const statements = rootStatements.length > 0 ? rootStatements : DEFAULTS.password;
      return transaction(details, filled(statements, { name: username, username, password }), { password });
    },
  },
  resume: (_core, { storage }, output, given) => {
    const connection = connectionOf(storage, given.get('name'));
    const reason = failureOf(connection, output as ConnectionOutput, 'user does not appear to exist: ');
    if (reason !== undefined) throw goError(`failed to update user: ${reason}`);
    connection.details.password = (output as ConnectionOutput).carry.password;
    return undefined;
  },
});
