import type { AnyStateMachine } from 'xstate';
import { KernelError } from './errors.ts';
import { revive, type SavedSnapshot } from './machine.ts';
import type { Network } from './network.ts';
import { items, type Pending, push } from './queue.ts';
import { entries, put, type Trie } from './trie.ts';
import type { Actor, File, World } from './world.ts';

type SavedActor = Omit<Actor, 'snapshot'> & SavedSnapshot;

/** A world as one JSON value. */
export interface Saved extends Omit<World, 'actors' | 'files' | 'queue'> {
  readonly actors: readonly SavedActor[];
  readonly files: Readonly<Record<string, File>>;
  readonly queue: readonly Pending[];
  readonly network: Network;
}

/** The present state of everything as one JSON value; sorted, so that equal worlds give equal text. */
export const save = (world: World): Saved => ({
  ...world,
  actors: entries(world.actors).map(([, { snapshot, ...rest }]) => ({
    ...rest,
    value: snapshot.value,
    context: snapshot.context,
  })),
  files: Object.fromEntries(entries(world.files)),
  queue: items(world.queue),
});

/**
 * A world from its JSON value.
 * @throws KernelError `unknown kind` when a machine is missing
 */
export const load = (machines: Readonly<Record<string, AnyStateMachine>>, saved: Saved): World => {
  let actors: Trie<Actor> = null;
  for (const { value, context, ...rest } of saved.actors) {
    const machine = machines[rest.kind];
    if (!machine) throw new KernelError('unknown kind', [rest.id], saved.now, `no machine of kind "${rest.kind}"`);
    actors = put(actors, rest.id, { ...rest, snapshot: revive(machine, { value, context }) });
  }
  let files: Trie<File> = null;
  for (const [path, file] of Object.entries(saved.files)) files = put(files, path, file);
  let queue: World['queue'] = null;
  for (const item of saved.queue) queue = push(queue, item);
  return { ...saved, actors, files, queue };
};
