/** What containers printed: the history keeps one log for each, the kubelet one for each start. */
import { printedLine } from '../../agent/log/printed-line.ts';
import type { LogContent } from '../../kernel/events.ts';
import type { Stamped } from '../../kernel/index.ts';
import { type KubeObject, part } from '../api/object.ts';

/** The last two starts of a container's program, in virtual milliseconds. */
export type Starts = readonly [previous: number, current: number];

/** Starts by Pod and container. */
export type PodStarts = Readonly<Record<string, Readonly<Record<string, Starts>>>>;

/** A request for a log that waits for the history. */
export interface Reading {
  readonly exchange: number;
  readonly tail: number;
  /** Virtual milliseconds between which the lines were printed. */
  readonly from: number;
  readonly to: number;
}

/** What is asked for. */
export interface LogRequest {
  readonly pod: string;
  readonly container: string;
  readonly tail: number;
  readonly previous: boolean;
}

interface Status {
  readonly name: string;
  readonly state?: { readonly waiting?: object };
}

/** `GET /containerLogs/{namespace}/{pod}/{container}`; `null`: another path. */
export const logRequest = (target: string): LogRequest | null => {
  const [path = '', query = ''] = target.split('?');
  const [, namespace, pod, container] = /^\/containerLogs\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (container === undefined) return null;
  return {
    pod: `${namespace}/${pod}`,
    container,
    tail: Number(/tailLines=(\d+)/.exec(query)?.[1] ?? Number.MAX_SAFE_INTEGER),
    previous: /previous=true/.test(query),
  };
};

/** A program has started anew. */
export const started = (starts: PodStarts, pod: string, container: string, at: number): PodStarts => {
  const own = starts[pod] ?? {};
  return { ...starts, [pod]: { ...own, [container]: [own[container]?.[1] ?? at, at] } };
};

/**
 * From when to when the wanted lines were printed. While a container waits for its next start, the run that is over is
 * both its last and its previous one. (kubernetes: pkg/kubelet/kubelet_pods.go, validateContainerLogStatus)
 */
export const printedBetween = (
  [before, current]: Starts,
  pod: KubeObject | undefined,
  { container, previous }: LogRequest,
): Pick<Reading, 'from' | 'to'> => {
  const { initContainerStatuses = [], containerStatuses = [] } = part(pod ?? {}, 'status') as {
    initContainerStatuses?: readonly Status[];
    containerStatuses?: readonly Status[];
  };
  const own = [...initContainerStatuses, ...containerStatuses].find((s) => s.name === container);
  if (previous && !own?.state?.waiting) return { from: before, to: current };
  return { from: current, to: Number.POSITIVE_INFINITY };
};

/** The lines of an answer, as they stood on the screen. */
export const logText = ({ tail, from, to }: Reading, event: Stamped<LogContent>): string =>
  event.lines
    .filter(({ at }) => at >= from && at < to)
    .slice(-tail)
    .map((line) => `${printedLine(line, event.wall - event.at)}\n`)
    .join('');
