/** Commands in running containers: from the kubelet's endpoint to the container and back. (kubernetes: pkg/kubelet/server) */
import type { KubeObject } from '../api/object.ts';
import { part } from '../api/object.ts';
import { launchOf, podPlace } from './container-facts.ts';
import { containerSetup } from './container-setup.ts';

/** What is to be run. */
export interface ExecRequest {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly command: readonly string[];
}

/** What came of it, as kubectl is told. */
export type ExecResult =
  | { readonly stdout: string; readonly stderr: string; readonly exit: number }
  /** The command could not be started. */
  | { readonly failed: string };

/** `POST /exec/{namespace}/{pod}/{container}?command=…`; `null`: another path. */
export const execRequest = (target: string): ExecRequest | null => {
  const [path = '', query = ''] = target.split('?');
  const [, namespace, pod, container] = /^\/exec\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (namespace === undefined || pod === undefined || container === undefined) return null;
  const command = query
    .split('&')
    .filter((pair) => pair.startsWith('command='))
    .map((pair) => decodeURIComponent(pair.slice('command='.length)));
  return { namespace, pod, container, command };
};

interface Status {
  readonly name: string;
  readonly state?: { readonly running?: object };
}

/** Whether a container of a Pod runs, as its status says. */
export const isRunning = (pod: KubeObject | undefined, container: string): boolean => {
  const { initContainerStatuses = [], containerStatuses = [] } = part(pod ?? {}, 'status') as {
    initContainerStatuses?: readonly Status[];
    containerStatuses?: readonly Status[];
  };
  return [...initContainerStatuses, ...containerStatuses].some((s) => s.name === container && s.state?.running);
};

const execId = (self: string, exchange: number): string => `${self}/exec ${exchange}`;

/** Starts a command beside the container's program, in the Pod's place. */
export const execute = containerSetup.enqueueActions(({ context: c, event, enqueue }) => {
  if (event.type !== 'container.exec') return;
  const input = { launch: launchOf(c), command: event.command, stdin: event.stdin };
  const id = execId(c.self, event.exchange);
  enqueue({ type: 'spawn', params: { id, kind: 'cli/container-shell', input, place: podPlace(c), address: c.podIP } });
  enqueue.assign({ execs: { ...c.execs, [id]: { kubelet: event.kubelet, exchange: event.exchange } } });
});

/** Tells the kubelet what a command printed. */
export const executed = containerSetup.enqueueActions(({ context: c, event, enqueue }) => {
  if (event.type !== 'actor.done') return;
  const { [event.actor]: waiting, ...execs } = c.execs;
  if (!waiting) return;
  enqueue.assign({ execs });
  const told = { type: 'exec.done', exchange: waiting.exchange, result: event.output as ExecResult };
  enqueue({ type: 'send', params: { to: waiting.kubelet, event: told } });
});
