/** `kubectl scale`. Source: kubectl: pkg/cmd/scale/scale.go. */

import type { Kind } from '../../../kubernetes/kinds/kind.ts';
import type { Run } from '../../program.ts';
import { MERGE } from '../client.ts';
import { type Call, type Command, SELECTOR } from '../command.ts';
import { failed, wrapped } from '../failure.ts';
import { pathOf, shortType, targetsOf } from '../mapper.ts';
import { at, type Json, listAt, nameOf } from '../objects/json.ts';

const NOTHING =
  "You must provide one or more resources by argument or filename.\nExample resource specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'";

/** An object that is to be scaled has to be there first. (kubectl: pkg/cmd/scale/scale.go) */
function* existing(call: Call, kind: Kind, name: string): Run<void> {
  try {
    yield* call.client.request('GET', pathOf(kind, call.namespace, name));
  } catch (error) {
    throw wrapped(error, 'no objects passed to scale ');
  }
}

export const scale: Command = {
  summary: 'Set the number of replicas',
  usage: 'scale --replicas=COUNT (TYPE NAME | TYPE/NAME)',
  flags: {
    ...SELECTOR,
    replicas: { kind: 'int', otherwise: '-1', help: 'Wanted number of Pods' },
    'current-replicas': { kind: 'int', otherwise: '-1', help: 'Number that must be there now' },
  },
  *run(call) {
    const { client, flags, process } = call;
    const replicas = flags.int('replicas');
    if (!flags.has('replicas') || replicas < 0)
      throw failed('The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0');
    if (call.args.length === 0) throw failed(NOTHING);
    const selector = flags.text('selector');
    for (const { kind, name } of targetsOf(call.args)) {
      if (name === null && selector === '') throw failed('resource(s) were provided, but no name was specified');
      if (name !== null) yield* existing(call, kind, name);
      if (!kind.hasScale) throw failed(`the server could not find the requested resource`);
      const query = selector === '' ? '' : `?labelSelector=${encodeURIComponent(selector)}`;
      const names =
        name === null
          ? listAt(yield* client.request('GET', pathOf(kind, call.namespace) + query), 'items').map(nameOf)
          : [name];
      for (const one of names) {
        const path = pathOf(kind, call.namespace, one, 'scale');
        const wanted = flags.int('current-replicas');
        const now = at((yield* client.request('GET', path)) as Json, 'spec').replicas ?? 0;
        if (wanted >= 0 && now !== wanted) throw failed(`Expected replicas to be ${wanted}, was ${Number(now)}`);
        yield* client.request('PATCH', path, { spec: { replicas } }, MERGE);
        process.out(`${shortType(kind)}/${one} scaled\n`);
      }
    }
    return 0;
  },
};
