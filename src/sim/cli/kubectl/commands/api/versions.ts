import { byText } from '../../../../text/order.ts';
import type { Run } from '../../../program.ts';
import type { Client } from '../../client.ts';
import type { Command } from '../../command.ts';
import { at, listAt, textAt } from '../../objects/json.ts';

/** Every group and version of the server; the core's `v1` too. */
export function* groupVersions(client: Client): Run<string[]> {
  const core = (at(yield* client.request('GET', '/api')).versions ?? []) as string[];
  const groups = listAt(yield* client.request('GET', '/apis'), 'groups');
  return [...core, ...groups.flatMap((g) => listAt(g, 'versions').map((v) => textAt(v, 'groupVersion')))];
}

/** `kubectl api-versions`. Source: kubectl: pkg/cmd/apiresources/apiversions.go. */
export const apiVersions: Command = {
  summary: 'Show the groups and versions of the API',
  usage: 'api-versions',
  flags: {},
  *run({ client, process }) {
    process.out(
      (yield* groupVersions(client))
        .toSorted(byText)
        .map((v) => `${v}\n`)
        .join(''),
    );
    return 0;
  },
};
