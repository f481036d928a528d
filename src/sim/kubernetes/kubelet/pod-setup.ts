import { setup } from 'xstate';
import { effects, type Spawned, type Stamped } from '../../kernel/index.ts';
import { podSpecOf } from '../pod/types.ts';
import type { PodContext, PodEvent, PodInput } from './pod-context.ts';
import { containers, initContainers, MOUNT_RETRY_FIRST, MOUNT_RETRY_MAX, nextInit, SANDBOX } from './pod-facts.ts';

/** Types, guards and delays of the Pod's machine. */
export const podSetup = setup({
  types: {
    context: {} as PodContext,
    events: {} as Stamped<PodEvent>,
    input: {} as Spawned<PodInput & { kubelet: string }>,
  },
  guards: {
    hasAllAnswers: ({ context: c }) => c.sources.every((source, i) => source.call === null || `${i}` in c.answers),
    cannotMount: ({ context: c }) => c.mountProblem !== '',
    initsAreDone: ({ context: c }) => nextInit(c) === undefined,
    initIsNext: ({ context: c }) => {
      const next = nextInit(c);
      return next !== undefined && !c.running.includes(next.name);
    },
    initFailed: ({ context: c }) =>
      podSpecOf(c.pod).restartPolicy === 'Never' && initContainers(c).some((i) => (c.done[i.name] ?? 0) !== 0),
    allAreDone: ({ context: c }) => containers(c).every(({ name }) => name in c.done),
    nothingRuns: ({ context: c }) => c.running.length === 0,
    isDeleted: ({ context: c }) => c.pod.metadata.deletionTimestamp !== undefined,
  },
  delays: {
    sandbox: SANDBOX,
    mountRetry: ({ context: c }) => Math.min(MOUNT_RETRY_MAX, MOUNT_RETRY_FIRST * 2 ** Math.max(0, c.mountTries - 1)),
  },
  actions: { ...effects },
});

/** What an action of this machine is given. */
export type Enqueuer = Parameters<Parameters<typeof podSetup.enqueueActions>[0]>[0];
