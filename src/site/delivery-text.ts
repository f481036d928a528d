import { spokenTime } from '../content-check/duration.ts';
import type { Containers, Measurement, Plaintext } from '../sim/delivery/measure/index.ts';

/** What was measured, in words with `code`. */

const code = (text: string): string => `\`${text}\``;
const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Names in places like `app: /vault/secrets/config`, without the container. */
const after = (places: readonly string[]): string[] => [...new Set(places.map((p) => p.replace(/^[^:]*: /, '')))];

/** Where the secret stands outside of Vault, one place a line. */
export const placesText = ({ tmpfs, disk, etcd, environment, memory }: Plaintext): string[] => {
  return [
    ...(etcd.length > 0 ? [`etcd: ${list(etcd.map(code))}`] : []),
    ...(disk.length > 0 ? [`the node’s disk: ${list(after(disk).map(code))}`] : []),
    ...(tmpfs.length > 0 ? [`tmpfs of the Pod: ${list(after(tmpfs).map(code))}`] : []),
    ...(environment.length > 0 ? [`environment of ${code('app')}: ${list(after(environment).map(code))}`] : []),
    ...(memory.length > 0 ? [`memory of ${list(memory.map(code))}`] : []),
  ];
};

/** After how long the application has a new version. */
export const updateText = ({ update }: Measurement): string => {
  const seen = update.seenAfter.filter((ms): ms is number => ms !== null);
  const [first, last] = [seen[0], seen.at(-1)];
  if (first === undefined || last === undefined) return `not within ${spokenTime(update.waited)}`;
  const how = update.byRestart ? ', by a restart of the Pod' : '';
  return `${first === last ? spokenTime(first) : `${spokenTime(first)} to ${spokenTime(last)}`}${how}`;
};

/** What becomes of a running Pod while Vault is away. */
export const runningText = ({ outage }: Measurement): string => {
  const secret = outage.kept ? 'keeps the secret' : 'loses the secret';
  if (outage.restarts === 0) return `${secret}, ${code(outage.runningPod)}, no restarts`;
  return `${secret}, ${code(outage.runningPod)}, ${outage.restarts} ${outage.restarts === 1 ? 'restart' : 'restarts'} of a container`;
};

/** What becomes of a Pod that is added then. */
export const newPodText = ({ outage }: Measurement): string => {
  if (outage.newPod === 'Running') return `${code('Running')}: it starts without Vault`;
  const back = outage.readyAfter === null ? 'not ready within 30 min' : `ready ${spokenTime(outage.readyAfter)}`;
  return `${code(outage.newPod)}; ${back} after Vault is back`;
};

/** After how long a version written at the end of the outage arrives. */
export const recoveryText = ({ outage }: Measurement): string =>
  outage.newVersionAfter === null ? 'not within 1 h' : spokenTime(outage.newVersionAfter);

const MEBIBYTE = 1024 * 1024;
const memoryText = (bytes: number): string =>
  bytes === 0 ? 'no memory requested' : `${Math.round(bytes / MEBIBYTE)} MiB requested`;

/** Containers and the memory they request: `1 container, 1 init container, 64 MiB requested`. */
export const containersText = ({ running, init, memory }: Containers): string => {
  if (running + init === 0) return 'none';
  const of = (n: number, what: string): string[] => (n === 0 ? [] : [`${n} ${what}${n === 1 ? '' : 's'}`]);
  return [
    ...of(running, 'container'),
    ...of(init, 'init container'),
    ...(running > 0 ? [memoryText(memory)] : []),
  ].join(', ');
};

/** What ten Pods cost together. */
export const fleetText = ({ fleet }: Measurement): string => {
  const { containers, memory, requestsPerHour } = fleet;
  const of = containers === 0 ? 'no containers' : containersText({ running: containers, init: 0, memory });
  return `${of}, ${Math.round(requestsPerHour)} requests an hour`;
};

/** Requests to Vault in an hour. */
export const requestsText = ({ cost }: Measurement): string => String(Math.round(cost.requestsPerHour));
