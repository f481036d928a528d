import type { Command } from '../../command.ts';
import { listAt } from '../list.ts';
import { MOUNT, oneArg, placeOf, prefixed } from './place.ts';

/** `vault kv list` (vault: command/kv_list.go) */
export const list: Command = {
  synopsis: 'List data or secrets',
  usage: 'PATH',
  flags: MOUNT,
  *run(call) {
    const bare = call.args.length === 0 && call.flags.text('mount') !== '';
    if (!bare) oneArg(call);
    const place = yield* placeOf(call);
    return yield* listAt(call, place.versioned ? prefixed(place, 'metadata') : place.whole);
  },
};
