import { rfc3339 } from '../../kernel/index.ts';
import type { KubeObject } from '../api/object.ts';
import { collection, requestOf } from '../client/client.ts';
import type { Note } from '../client/events.ts';
import { wallOf } from '../client/moment.ts';
import type { ContainerContext, ContainerReport } from './container-context.ts';
import {
  BACKOFF_RESET,
  backOffText,
  containerOf,
  exceedsMemory,
  FILLING,
  image,
  launchOf,
  podPlace,
  programId,
} from './container-facts.ts';
import { containerSetup } from './container-setup.ts';
import { type ContainerStatus, type State, terminatedState } from './container-status.ts';
import { environmentOf, foundKey, neededByEnvironment } from './environment.ts';
import { imageSize } from './images.ts';
import { programFor } from './programs.ts';

/** Change the status and report it to the Pod. */
export const report = (change: (c: ContainerContext, wall: number) => Partial<ContainerStatus>) =>
  containerSetup.enqueueActions(({ context, event, enqueue }) => {
    const status = { ...context.status, ...change(context, wallOf(event)) };
    enqueue.assign({ status });
    const told: ContainerReport = {
      type: 'container.status',
      name: context.container.name,
      init: context.init,
      status,
    };
    enqueue({ type: 'send', params: { to: context.parent, event: told } });
  });

/** The container waits for a reason that `kubectl get pods` shows. */
export const waiting = (reason: string, message?: (c: ContainerContext) => string) =>
  report((c) => ({
    state: { waiting: { reason, ...(message && { message: message(c) }) } },
    ready: false,
    started: false,
  }));

/** Tell something about the container, as `kubectl describe pod` lists it. */
export const note = (type: Note['type'], reason: string, message: (c: ContainerContext, wall: number) => string) =>
  containerSetup.enqueueActions(({ context, event, enqueue }) => {
    const fieldPath = `spec.${context.init ? 'initContainers' : 'containers'}{${context.container.name}}`;
    const told: ContainerReport = {
      type: 'container.note',
      note: { type, reason, message: message(context, wallOf(event)), fieldPath },
    };
    enqueue({ type: 'send', params: { to: context.parent, event: told } });
  });

/** Ask for the Secrets and ConfigMaps the variables need. */
export const ask = containerSetup.enqueueActions(({ context: c, enqueue }) => {
  enqueue.assign({ found: {}, problem: '' });
  for (const needed of neededByEnvironment(c.container)) {
    const path = `${collection('', needed.resource, c.pod.metadata.namespace)}/${needed.name}`;
    enqueue({ type: 'request', params: requestOf(`get ${foundKey(needed)}`, c.token, { method: 'GET', path }) });
  }
});

/** Keep an object that came, or that it did not. */
export const received = containerSetup.assign({
  found: ({ context: c, event }) => {
    if (event.type !== 'http.response' && event.type !== 'http.failure') return c.found;
    const object = event.type === 'http.response' && event.status === 200 ? (event.body as KubeObject) : null;
    return { ...c.found, [event.id.slice('get '.length)]: object };
  },
});

/** Resolve the variables, or note what is missing. */
export const configure = containerSetup.assign(({ context: c }) => {
  const env = environmentOf(c.container, c);
  return 'error' in env && typeof env.error === 'string' && Object.keys(env).length === 1
    ? { problem: env.error }
    : { env: env as Record<string, string> };
});

/** An id as containerd gives one, made from Pod, container and moment. */
export const containerId = (c: ContainerContext, wall: number): string => {
  let h = 0;
  for (const char of `${c.pod.metadata.uid} ${c.container.name} ${wall}`)
    h = (Math.imul(h, 31) + char.charCodeAt(0)) >>> 0;
  return `containerd://${h.toString(16).padStart(8, '0').repeat(8)}`;
};

/** Start the program of the container. */
export const launch = containerSetup.enqueueActions(({ context: c, event, enqueue }) => {
  const launched = launchOf(c);
  const program = programFor(launched);
  enqueue.assign({ startedAt: wallOf(event) });
  enqueue({
    type: 'spawn',
    params: {
      id: programId(c),
      kind: program.kind,
      input: program.input(launched),
      place: podPlace(c),
      address: c.podIP,
    },
  });
  const told: ContainerReport = { type: 'container.started', name: c.container.name };
  enqueue({ type: 'send', params: { to: c.parent, event: told } });
});

/** The machine's kernel will end a program that asks for more than its container may have. */
export const watchMemory = containerSetup.enqueueActions(({ context: c, enqueue }) => {
  if (exceedsMemory(c)) enqueue.raise({ type: 'memory.exceeded' } as never, { id: 'memory', delay: FILLING });
});

/** The status of a program that has just started. */
export const running = report((c, wall) => ({
  state: { running: { startedAt: rfc3339(wall) } },
  containerID: containerId(c, wall),
  imageID: `${image(c)}@sha256:${imageSize(image(c)).toString(16).padStart(64, '0')}`,
  ready: false,
  started: c.container.startupProbe === undefined,
}));

/** Note the exit code, and whether crashes follow on each other. */
export const died = containerSetup.enqueueActions(({ context: c, event, enqueue }) => {
  const output = event.type === 'actor.done' ? (event.output as { exitCode?: number } | undefined) : undefined;
  const exitCode = event.type === 'actor.done' ? (output?.exitCode ?? 0) : 137;
  const long = wallOf(event) - c.startedAt >= BACKOFF_RESET;
  const killed = event.type === 'container.kill' ? event.reason : event.type === 'memory.exceeded' ? 'OOMKilled' : '';
  enqueue.assign({ exitCode, killed, crashes: (long ? 0 : c.crashes) + 1 });
});

/** The status of a program that has ended. */
export const terminated = report((c, wall) => {
  const reason = c.killed === '' ? undefined : c.killed;
  const state: State = terminatedState(c.exitCode, c.startedAt, wall, c.status.containerID ?? '', reason);
  return { state, ready: c.init && c.exitCode === 0, started: false };
});

/** The state that the next start leaves behind. */
export const remember = containerSetup.assign({
  status: ({ context: c }) => ({
    ...c.status,
    lastState: c.status.state.terminated ? c.status.state : c.status.lastState,
    restartCount: c.status.restartCount + 1,
  }),
});

/** The status while the next start is held back. */
export const backingOff = report((c) => ({
  state: { waiting: { reason: 'CrashLoopBackOff', message: backOffText(c) } },
  lastState: c.status.state.terminated ? c.status.state : c.status.lastState,
  ready: false,
}));

/** Whether the container can serve. */
export const readiness = (ready: boolean) => report(() => ({ ready, ...(ready && { started: true }) }));

/** Hand a program's wish for a signal to the Pod, which knows its containers. */
export const askSignal = containerSetup.enqueueActions(({ context: c, event, enqueue }) => {
  if (event.type !== 'process.signal') return;
  const wish: ContainerReport = { type: 'pod.signal', container: containerOf(c, event.pid), signal: event.signal };
  enqueue({ type: 'send', params: { to: c.parent, event: wish } });
});

/** Give the program a signal. */
export const passSignal = containerSetup.enqueueActions(({ context: c, event, enqueue }) => {
  if (event.type !== 'container.signal') return;
  enqueue({
    type: 'send',
    params: { to: programId(c), event: { type: 'signal', signal: event.signal } as { type: string } },
  });
});
