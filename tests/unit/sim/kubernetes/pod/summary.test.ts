import { describe, expect, test } from 'vitest';
import { podSummary } from '../../../../../src/sim/kubernetes/pod/summary.ts';

const running = { running: {} };
const pod = (spec: object, status: object, metadata: object = {}) => ({
  metadata: { name: 'web', ...metadata },
  spec,
  status,
});
const APP = { containers: [{ name: 'app' }] };
const INIT = { initContainers: [{ name: 'init' }], ...APP };
const SIDECAR = { initContainers: [{ name: 'agent', restartPolicy: 'Always' }], ...APP };

describe('the word for the state of a Pod', () => {
  test.each([
    ['nothing is said yet', pod(APP, { phase: 'Pending' }), 'Pending', '0/1'],
    [
      'an init container is under way',
      pod(INIT, { phase: 'Pending', initContainerStatuses: [{ name: 'init', state: running }] }),
      'Init:0/1',
      '0/1',
    ],
    [
      'an init container fails',
      pod(INIT, {
        phase: 'Pending',
        initContainerStatuses: [{ name: 'init', state: { waiting: { reason: 'CrashLoopBackOff' } } }],
      }),
      'Init:CrashLoopBackOff',
      '0/1',
    ],
    [
      'an init container ended badly',
      pod(INIT, {
        phase: 'Pending',
        initContainerStatuses: [{ name: 'init', state: { terminated: { exitCode: 3 } } }],
      }),
      'Init:ExitCode:3',
      '0/1',
    ],
    [
      'all runs',
      pod(APP, { phase: 'Running', containerStatuses: [{ name: 'app', ready: true, state: running }] }),
      'Running',
      '1/1',
    ],
    [
      'a sidecar counts',
      pod(SIDECAR, {
        phase: 'Running',
        initContainerStatuses: [{ name: 'agent', started: true, ready: true, state: running }],
        containerStatuses: [{ name: 'app', ready: true, state: running }],
      }),
      'Running',
      '2/2',
    ],
    [
      'a container waits',
      pod(APP, {
        phase: 'Pending',
        containerStatuses: [{ name: 'app', state: { waiting: { reason: 'ContainerCreating' } } }],
      }),
      'ContainerCreating',
      '0/1',
    ],
    [
      'a container was killed',
      pod(APP, {
        phase: 'Running',
        containerStatuses: [{ name: 'app', state: { terminated: { exitCode: 137, signal: 9 } } }],
      }),
      'Signal:9',
      '0/1',
    ],
    [
      'it is deleted',
      pod(APP, { phase: 'Running' }, { deletionTimestamp: '2026-01-05T08:00:00Z' }),
      'Terminating',
      '0/1',
    ],
    [
      'it is over and deleted',
      pod(
        APP,
        {
          phase: 'Succeeded',
          containerStatuses: [{ name: 'app', state: { terminated: { reason: 'Completed', exitCode: 0 } } }],
        },
        { deletionTimestamp: '2026-01-05T08:00:00Z' },
      ),
      'Completed',
      '0/1',
    ],
    ['it was evicted', pod(APP, { phase: 'Failed', reason: 'Evicted' }), 'Evicted', '0/1'],
  ])('when %s', (_when, object, status, ready) => {
    const shown = podSummary(object);
    expect(shown.status).toBe(status);
    expect(`${shown.ready}/${shown.total}`).toBe(ready);
  });
});

test('restarts of init containers count until they are done', () => {
  const inits = [
    {
      name: 'init',
      restartCount: 2,
      state: running,
      lastState: { terminated: { finishedAt: '2026-01-05T08:00:00Z' } },
    },
  ];
  expect(podSummary(pod(INIT, { phase: 'Pending', initContainerStatuses: inits }))).toMatchObject({
    restarts: 2,
    lastRestart: Date.UTC(2026, 0, 5, 8),
  });
  const done = [{ ...inits[0], state: { terminated: { exitCode: 0 } } }];
  const mains = [{ name: 'app', restartCount: 1, ready: true, state: running }];
  expect(
    podSummary(pod(INIT, { phase: 'Running', initContainerStatuses: done, containerStatuses: mains })).restarts,
  ).toBe(1);
});
