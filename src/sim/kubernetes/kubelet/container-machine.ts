import { wallOf } from '../client/moment.ts';
import { worldPath } from './app-machine.ts';
import {
  ask,
  askSignal,
  backingOff,
  configure,
  died,
  launch,
  note,
  passSignal,
  readiness,
  received,
  remember,
  running,
  terminated,
  waiting,
  watchMemory,
} from './container-actions.ts';
import {
  CONFIG_RETRY,
  goSeconds,
  image,
  launchOf,
  podName,
  probedFile,
  programId,
  pullFailure,
  quoted,
  SYNC,
} from './container-facts.ts';
import { containerSetup } from './container-setup.ts';
import { freshStatus } from './container-status.ts';
import { execute, executed } from './exec.ts';
import { imageSize, pullError } from './images.ts';

/**
 * One container of a Pod, from its image to its last exit. Source of texts and times: kubernetes pkg/kubelet/kuberuntime
 * and pkg/kubelet/images. Output: `{ name, exitCode }` once it will not run again.
 */
export const containerMachine = containerSetup.createMachine({
  id: 'container',
  context: ({ input }) => ({
    ...input,
    status: freshStatus(
      input.container.name,
      input.container.image ?? '',
      input.init ? 'PodInitializing' : 'ContainerCreating',
    ),
    found: {},
    env: {},
    problem: '',
    pulls: 0,
    pullStarted: input.wall,
    crashes: 0,
    startedAt: 0,
    exitCode: 0,
    killed: '',
    stopping: false,
    execs: {},
    grace: 30,
  }),
  initial: 'ensuringImage',
  on: {
    'container.stop': { actions: 'prepareStop', target: '.exited' },
    'container.exec': { actions: execute },
    'actor.done': { actions: executed },
  },
  states: {
    ensuringImage: {
      always: [
        {
          guard: 'hasImage',
          actions: note('Normal', 'Pulled', (c) => `Container image ${quoted(image(c))} already present on machine`),
          target: 'creating',
        },
        { target: 'pulling' },
      ],
    },
    pulling: {
      entry: [
        note('Normal', 'Pulling', (c) => `Pulling image ${quoted(image(c))}`),
        containerSetup.assign({ pullStarted: ({ event }) => wallOf(event) }),
      ],
      after: {
        pull: [
          { guard: 'pullFails', target: 'errImagePull' },
          {
            actions: [
              note('Normal', 'Pulled', (c, wall) => {
                const took = goSeconds(wall - c.pullStarted);
                return `Successfully pulled image ${quoted(image(c))} in ${took} (${took} including waiting). Image size: ${imageSize(image(c))} bytes.`;
              }),
              {
                type: 'send',
                params: ({ context: c }) => ({
                  to: c.parent,
                  event: { type: 'container.pulled', image: image(c) } as { type: string },
                }),
              },
              containerSetup.assign({ cached: true, pulls: 0 }),
            ],
            target: 'creating',
          },
        ],
      },
    },
    errImagePull: {
      entry: [
        containerSetup.assign({ pulls: ({ context: c }) => c.pulls + 1 }),
        waiting('ErrImagePull', pullFailure),
        note('Warning', 'Failed', (c) => `Failed to pull image ${quoted(image(c))}: ${pullError(image(c))}`),
        note('Warning', 'Failed', () => 'Error: ErrImagePull'),
      ],
      after: { [SYNC]: 'imagePullBackOff' },
    },
    imagePullBackOff: {
      entry: [
        waiting(
          'ImagePullBackOff',
          (c) => `Back-off pulling image ${quoted(image(c))}: ErrImagePull: ${pullFailure(c)}`,
        ),
        note('Normal', 'BackOff', (c) => `Back-off pulling image ${quoted(image(c))}`),
        note('Warning', 'Failed', () => 'Error: ImagePullBackOff'),
      ],
      after: { pullBackOff: 'pulling' },
    },
    creating: {
      entry: ask,
      always: { guard: 'knowsAll', actions: configure, target: 'configured' },
      on: { 'http.response': { actions: received }, 'http.failure': { actions: received } },
    },
    configured: { always: [{ guard: 'cannotConfigure', target: 'createContainerConfigError' }, { target: 'running' }] },
    createContainerConfigError: {
      entry: [
        waiting('CreateContainerConfigError', (c) => c.problem),
        note('Warning', 'Failed', (c) => `Error: ${c.problem}`),
      ],
      after: { [CONFIG_RETRY]: 'creating' },
    },
    running: {
      entry: [
        note('Normal', 'Created', (c) => `Created container: ${c.container.name}`),
        launch,
        running,
        watchMemory,
        note('Normal', 'Started', (c) => `Started container ${c.container.name}`),
      ],
      exit: containerSetup.cancel('memory'),
      initial: 'started',
      on: {
        'actor.done': { guard: 'isProgram', actions: died, target: 'terminated' },
        'container.stop': { actions: 'prepareStop', target: 'stopping' },
        'container.kill': {
          actions: [{ type: 'stop', params: ({ context: c }) => ({ id: programId(c) }) }, died],
          target: 'terminated',
        },
        'memory.exceeded': {
          actions: [{ type: 'stop', params: ({ context: c }) => ({ id: programId(c) }) }, died],
          target: 'terminated',
        },
        'container.signal': { actions: passSignal },
        'process.signal': { actions: askSignal },
      },
      states: {
        started: { always: [{ guard: 'hasReadinessProbe', target: 'unready' }, { target: 'ready' }] },
        unready: { after: { probeDelay: [{ guard: 'probesFile', target: 'probing' }, { target: 'ready' }] } },
        probing: {
          entry: {
            type: 'read',
            params: ({ context: c }) => ({
              id: 'probe',
              path: worldPath(launchOf(c), probedFile(c.container.readinessProbe ?? c.container.startupProbe) ?? ''),
            }),
          },
          on: {
            'file.content': [
              { guard: 'fileIsThere', target: 'ready' },
              {
                actions: note('Warning', 'Unhealthy', (c) => {
                  const file = probedFile(c.container.readinessProbe ?? c.container.startupProbe);
                  return `Readiness probe failed: cat: can't open '${file}': No such file or directory\n`;
                }),
                target: 'failing',
              },
            ],
          },
        },
        failing: { after: { probePeriod: 'probing' } },
        ready: { entry: readiness(true) },
      },
    },
    stopping: {
      entry: [
        note('Normal', 'Killing', (c) => `Stopping container ${c.container.name}`),
        {
          type: 'send',
          params: ({ context: c }) => ({
            to: programId(c),
            event: { type: 'signal', signal: 'SIGTERM' } as { type: string },
          }),
        },
      ],
      on: {
        'actor.done': { guard: 'isProgram', actions: died, target: 'terminated' },
        'container.stop': { actions: 'prepareStop', target: 'stopping', reenter: true },
      },
      after: {
        grace: {
          actions: [{ type: 'stop', params: ({ context: c }) => ({ id: programId(c) }) }, died],
          target: 'terminated',
        },
      },
    },
    terminated: {
      entry: terminated,
      always: [
        { guard: 'backsOff', target: 'exitedBadly' },
        { guard: 'restarts', target: 'restarting' },
        { target: 'exited' },
      ],
    },
    restarting: { after: { [SYNC]: { actions: remember, target: 'ensuringImage' } } },
    exitedBadly: { after: { [SYNC]: 'crashLoopBackOff' } },
    crashLoopBackOff: {
      entry: [
        backingOff,
        note(
          'Warning',
          'BackOff',
          (c) => `Back-off restarting failed container ${c.container.name} in pod ${podName(c)}`,
        ),
      ],
      after: { crashBackOff: { actions: remember, target: 'ensuringImage' } },
    },
    exited: { type: 'final' },
  },
  output: ({ context: c }) => ({ name: c.container.name, exitCode: c.exitCode }),
});
