import { assign, setup } from 'xstate';
import { effects, type Spawned, type Stamped } from '../../kernel/index.ts';
import type { ContainerContext, ContainerEvent, ContainerInput } from './container-context.ts';
import { exponential, image, PULL, PULL_CACHED, probedFile, programId, restarts, SYNC } from './container-facts.ts';
import { foundKey, neededByEnvironment } from './environment.ts';
import { pullError } from './images.ts';

/** Types, guards and delays of the container's machine. */
export const containerSetup = setup({
  types: {
    context: {} as ContainerContext,
    events: {} as Stamped<ContainerEvent>,
    input: {} as Spawned<ContainerInput>,
    output: {} as { readonly name: string; readonly exitCode: number },
  },
  guards: {
    hasImage: ({ context: c }) => c.cached && c.container.imagePullPolicy !== 'Always',
    pullFails: ({ context: c }) => pullError(image(c)) !== null,
    knowsAll: ({ context: c }) => neededByEnvironment(c.container).every((n) => foundKey(n) in c.found),
    cannotConfigure: ({ context: c }) => c.problem !== '',
    restarts: ({ context: c }) => restarts(c),
    backsOff: ({ context: c }) => restarts(c) && c.crashes > 1,
    isProgram: ({ context: c, event }) => event.type === 'actor.done' && event.actor === programId(c),
    isStopping: ({ context: c }) => c.stopping,
    hasReadinessProbe: ({ context: c }) =>
      c.container.readinessProbe !== undefined || c.container.startupProbe !== undefined,
    probesFile: ({ context: c }) => probedFile(c.container.readinessProbe ?? c.container.startupProbe) !== null,
    fileIsThere: ({ event }) => event.type === 'file.content' && event.text !== null,
  },
  delays: {
    pull: ({ context: c }) => (c.cached ? PULL_CACHED : PULL),
    pullBackOff: ({ context: c }) => exponential(c.pulls),
    crashBackOff: ({ context: c }) => exponential(c.crashes - 1),
    grace: ({ context: c }) => c.grace * 1000,
    probeDelay: ({ context: c }) => {
      const probe = c.container.startupProbe ?? c.container.readinessProbe;
      return (probe?.initialDelaySeconds ?? 0) * 1000 + SYNC;
    },
    probePeriod: ({ context: c }) => (c.container.readinessProbe?.periodSeconds ?? 10) * 1000,
  },
  actions: {
    ...effects,
    prepareStop: assign({
      stopping: true,
      grace: ({ context: c, event }) => (event.type === 'container.stop' ? event.grace : c.grace),
    }),
  },
});
