/** `kubectl set image`. Source: kubectl: pkg/cmd/set/set_image.go. */
import type { Command } from '../../command.ts';
import { failed } from '../../failure.ts';
import { changeContainers, isMeant, SET_FLAGS } from './change.ts';

export const setImage: Command = {
  summary: 'Set images of containers',
  usage: 'set image (TYPE NAME | TYPE/NAME) CONTAINER=IMAGE…',
  flags: SET_FLAGS,
  *run(call) {
    const pairs = call.args.filter((a) => a.includes('=')).map((a) => a.split(/=(.*)/s, 2) as [string, string]);
    const targets = call.args.filter((a) => !a.includes('='));
    if (targets.length === 0)
      throw failed('one or more resources must be specified as <resource> <name> or <resource>/<name>');
    if (pairs.length === 0) throw failed('at least one image update is required');
    return yield* changeContainers(call, targets, 'image updated', ({ main, init }) => {
      for (const [wanted] of pairs)
        if (![...main, ...init].some((c) => isMeant(c, wanted)))
          throw failed(`unable to find container named ${JSON.stringify(wanted)}`);
      const images = (containers: typeof main) =>
        containers.flatMap((c) =>
          pairs
            .filter(([wanted]) => isMeant(c, wanted))
            .slice(-1)
            .map(([, image]) => ({ name: c.name, image })),
        );
      return { main: images(main), init: images(init) };
    });
  },
};
