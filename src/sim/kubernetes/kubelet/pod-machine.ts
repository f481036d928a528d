import { podSpecOf } from '../pod/types.ts';
import {
  answered,
  evict,
  hear,
  remove,
  startContainers,
  startInit,
  stopContainers,
  stopSidecars,
} from './pod-containers.ts';
import { publish } from './pod-reporting.ts';
import { podSetup } from './pod-setup.ts';
import { askUpdate, noticeChange, takeUpdate, watchAgain } from './pod-volume-updates.ts';
import { askToken, fetchSources, keepAnswer, mount, takeToken, unmount } from './pod-volumes.ts';
import { volumeSources } from './volumes.ts';

/**
 * One Pod on a node: volumes, network, init containers one after the other, containers together, and the end.
 * Source of texts and times: kubernetes pkg/kubelet.
 */
export const podMachine = podSetup.createMachine({
  id: 'pod',
  context: ({ input }) => ({
    ...input,
    startedAt: input.wall,
    sources: volumeSources(input.pod),
    answers: {},
    versions: {},
    mountProblem: '',
    mountTries: 0,
    statuses: {},
    done: {},
    running: [],
    networkReady: false,
    initialized: false,
    grace: podSpecOf(input.pod).terminationGracePeriodSeconds ?? 30,
    evicted: '',
    sent: {},
    sending: false,
    told: {},
    next: 0,
  }),
  initial: 'pending',
  on: {
    'pod.changed': {
      actions: podSetup.assign({ pod: ({ context: c, event }) => (event.type === 'pod.changed' ? event.pod : c.pod) }),
    },
    'pod.delete': {
      actions: podSetup.assign({
        grace: ({ context: c, event }) => (event.type === 'pod.delete' ? event.grace : c.grace),
      }),
      target: '.terminating',
    },
    'pod.evict': { actions: evict, target: '.evicting' },
    'container.status': { actions: hear },
    'container.note': { actions: hear },
    'container.pulled': { actions: hear },
    'container.started': { actions: hear },
    'pod.signal': { actions: hear },
    'http.response': { actions: [answered, takeToken, takeUpdate] },
    'http.failure': { actions: [answered, takeToken, takeUpdate] },
    'http.chunk': { actions: noticeChange },
    'volume.due': { actions: askUpdate },
    'watch.due': { actions: watchAgain },
    'token.due': { actions: askToken },
    'status.retry': { actions: publish },
  },
  states: {
    pending: { entry: publish, always: 'mountingVolumes' },
    mountingVolumes: {
      entry: fetchSources,
      always: { guard: 'hasAllAnswers', actions: mount, target: 'volumesTried' },
      on: { 'http.response': { actions: [keepAnswer, answered] }, 'http.failure': { actions: [keepAnswer, answered] } },
    },
    volumesTried: { always: [{ guard: 'cannotMount', target: 'waitingForVolumes' }, { target: 'creatingSandbox' }] },
    waitingForVolumes: { after: { mountRetry: 'mountingVolumes' } },
    creatingSandbox: {
      after: { sandbox: { actions: podSetup.assign({ networkReady: true }), target: 'initializing' } },
    },
    initializing: {
      entry: publish,
      always: [
        { guard: 'initFailed', target: 'failed' },
        { guard: 'initsAreDone', target: 'running' },
        { guard: 'initIsNext', actions: startInit, target: 'initializing' },
      ],
      on: { 'actor.done': { actions: hear }, 'container.status': { actions: hear } },
    },
    running: {
      entry: [startContainers, publish],
      always: { guard: 'allAreDone', target: 'finishing' },
      on: { 'actor.done': { actions: hear } },
    },
    finishing: {
      entry: stopSidecars,
      always: { guard: 'nothingRuns', target: 'completed' },
      on: { 'actor.done': { actions: hear } },
    },
    failed: { entry: publish },
    completed: { entry: publish },
    evicting: {
      entry: stopContainers,
      always: { guard: 'nothingRuns', target: 'evicted' },
      on: { 'actor.done': { actions: hear }, 'pod.evict': {} },
    },
    evicted: { entry: publish, on: { 'pod.evict': {} } },
    terminating: {
      entry: stopContainers,
      always: { guard: 'nothingRuns', target: 'removing' },
      on: {
        'actor.done': { actions: hear },
        'pod.delete': {
          actions: podSetup.assign({
            grace: ({ context: c, event }) => (event.type === 'pod.delete' ? event.grace : c.grace),
          }),
          target: 'terminating',
          reenter: true,
        },
      },
    },
    removing: {
      entry: [publish, unmount, remove],
      on: {
        'http.response': [{ guard: ({ event }) => event.id === 'delete', target: 'gone' }, { actions: answered }],
        'http.failure': [{ guard: ({ event }) => event.id === 'delete', target: 'lost' }, { actions: answered }],
        'pod.delete': {},
      },
    },
    // The API server cannot be reached: what is deleted stays Terminating until it can.
    lost: { after: { 10000: 'removing' }, on: { 'pod.delete': {} } },
    gone: { type: 'final' },
  },
});
