/** `kubectl version`. Source: kubectl: pkg/cmd/version/version.go. */
import { type Command, OUTPUT } from '../command.ts';
import { type Json, textAt } from '../objects/json.ts';
import { structured } from '../output/structured.ts';

const CLIENT = { gitVersion: 'v1.34.4', major: '1', minor: '34', platform: 'linux/amd64' };
const KUSTOMIZE = 'v5.7.1';

export const version: Command = {
  summary: 'Show the versions of client and server',
  usage: 'version [--client]',
  flags: { ...OUTPUT, client: { kind: 'bool', help: 'That of the client alone' } },
  *run({ client, flags, process }) {
    const server = flags.bool('client') ? undefined : ((yield* client.request('GET', '/version')) as Json);
    const format = flags.text('output');
    if (format !== '') {
      const all = { clientVersion: CLIENT, kustomizeVersion: KUSTOMIZE, ...(server && { serverVersion: server }) };
      process.out(structured(format, all));
      return 0;
    }
    process.out(`Client Version: ${CLIENT.gitVersion}\nKustomize Version: ${KUSTOMIZE}\n`);
    if (server) process.out(`Server Version: ${textAt(server, 'gitVersion')}\n`);
    return 0;
  },
};
