/** What containers printed: the history keeps one log for each, the kubelet one for each start. */
import { printedLine } from '../../agent/log/printed-line.ts';
import type { LogContent } from '../../kernel/events.ts';
import type { Stamped } from '../../kernel/index.ts';
import { type KubeObject, part } from '../api/object.ts';

/** The last two starts of a container's program, in virtual milliseconds. */
export type Starts = readonly [previous: number, current: number];

/** Starts by Pod and container. */
export type PodStarts = Readonly<Record<string, Readonly<Record<string, Starts>>>>;

/** How much of a log is wanted, and in which form. */
export interface LogOptions {
  readonly tail: number;
  /** Seconds before now, or an RFC 3339 time: nothing older. */
  readonly sinceSeconds: number | null;
  readonly sinceTime: string;
  readonly timestamps: boolean;
  readonly limitBytes: number | null;
}

/** A request for a log that waits for the history. */
export interface Reading extends LogOptions {
  readonly exchange: number;
  /** Virtual milliseconds between which the lines were printed. */
  readonly from: number;
  readonly to: number;
}

/** What is asked for. */
export interface LogRequest extends LogOptions {
  readonly pod: string;
  readonly container: string;
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
  const given = new Map(query.split('&').map((pair) => pair.split(/=(.*)/s, 2) as [string, string]));
  const number = (name: string): number | null =>
    /^\d+$/.test(given.get(name) ?? '') ? Number(given.get(name)) : null;
  return {
    pod: `${namespace}/${pod}`,
    container,
    tail: number('tailLines') ?? Number.MAX_SAFE_INTEGER,
    sinceSeconds: number('sinceSeconds'),
    sinceTime: decodeURIComponent(given.get('sinceTime') ?? ''),
    timestamps: given.get('timestamps') === 'true',
    limitBytes: number('limitBytes'),
    previous: given.get('previous') === 'true',
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

/** RFC 3339 with nine digits of a second. (kubernetes: pkg/kubelet/kuberuntime/logs, timeFormatOut) */
const timestamp = (wall: number): string => {
  const whole = Math.floor(wall);
  const rest = Math.round((wall - whole) * 1_000_000);
  return new Date(whole).toISOString().replace('Z', `${String(rest).padStart(6, '0')}Z`);
};

/** The lines of an answer, as they stood on the screen. */
export const logText = (reading: Reading, event: Stamped<LogContent>): string => {
  const offset = event.wall - event.at;
  const seconds = reading.sinceSeconds;
  const since = reading.sinceTime === '' ? Number.NEGATIVE_INFINITY : Date.parse(reading.sinceTime) - offset;
  const from = Math.max(reading.from, since, seconds === null ? Number.NEGATIVE_INFINITY : event.at - seconds * 1000);
  const lines = event.lines.filter(({ at }) => at >= from && at < reading.to);
  const text = (reading.tail === 0 ? [] : lines.slice(-reading.tail))
    .map((line) => `${reading.timestamps ? `${timestamp(line.at + offset)} ` : ''}${printedLine(line, offset)}\n`)
    .join('');
  return reading.limitBytes === null ? text : text.slice(0, reading.limitBytes);
};
