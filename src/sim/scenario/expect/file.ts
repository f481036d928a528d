import { mountsOf } from '../../kubernetes/kubelet/volumes.ts';
import { podSpecOf } from '../../kubernetes/pod/types.ts';
import type { Session } from '../session.ts';
import { agentSaid } from './agent-said.ts';
import type { FileExpectation } from './expectation.ts';
import { failed, held, type Observation, quoted } from './look.ts';
import { called, clusterVersion, podsOf } from './objects.ts';

const valuesOf = (text: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
};

/** `NAME=value` by name; null when a line is something else. Empty lines and comments are allowed. */
const variablesOf = (text: string): Readonly<Record<string, unknown>> | null => {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  const pairs = lines.map((line) => /^(?:export\s+)?([A-Za-z_]\w*)=(?:"(.*)"|'(.*)'|([^"']*))$/.exec(line.trim()));
  return pairs.every((pair) => pair !== null)
    ? Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? pair?.[3] ?? pair?.[4] ?? '']))
    : null;
};

const has = (
  values: Readonly<Record<string, unknown>> | null,
  wanted: Readonly<Record<string, unknown>> | undefined,
): boolean =>
  wanted === undefined ||
  (values !== null &&
    Object.entries(wanted).every(([key, value]) => JSON.stringify(values[key]) === JSON.stringify(value)));

const holds = ({ contains, without, json, env }: FileExpectation, text: string): boolean =>
  (contains === undefined || text.includes(contains)) &&
  (without === undefined || !text.includes(without)) &&
  has(json === undefined ? null : valuesOf(text), json) &&
  has(env === undefined ? null : variablesOf(text), env);

/** What is missing, for the sentence about a file that is there. */
const wanted = ({ contains, without, json, env }: FileExpectation): string => {
  if (json !== undefined) return `; expected JSON with ${Object.keys(json).join(', ')}`;
  if (env !== undefined) return `; expected lines NAME=value with ${Object.keys(env).join(', ')}`;
  if (without !== undefined) return `; expected no \`${without}\``;
  return contains === undefined ? '' : `; expected \`${contains}\``;
};

/** A file as a container sees it, through its mounts. */
export const file: Observation<FileExpectation> = {
  look: (expected) => (session) => {
    const pod = podsOf(session, expected.pod)[0];
    if (!pod)
      return expected.absent ? held(`there is no Pod ${expected.pod}`) : failed(`there is no Pod ${expected.pod}`);
    const spec = podSpecOf(pod);
    const container = [...(spec.containers ?? []), ...(spec.initContainers ?? [])].find(
      ({ name }) => name === expected.container,
    );
    if (!container) return failed(`Pod ${called(pod)} has no container ${expected.container}`);
    const mount = [...mountsOf(pod, container)]
      .sort((a, b) => b.at.length - a.at.length)
      .find(({ at }) => expected.path === at || expected.path.startsWith(`${at.replace(/\/$/, '')}/`));
    const path = mount
      ? `${mount.to}${expected.path.slice(mount.at.replace(/\/$/, '').length)}`
      : `pods/${pod.metadata.namespace}/${pod.metadata.name}/-/${expected.container}${expected.path}`;
    const text = session.run.file(path)?.text;
    const seen =
      text === undefined
        ? `${called(pod)} has no ${expected.path} in ${expected.container}`
        : `${expected.path} in ${called(pod)} holds ${quoted(text)}`;
    const right = expected.absent ? text === undefined : text !== undefined && holds(expected, text);
    return right
      ? held(seen)
      : failed(
          text === undefined
            ? `${seen}${agentSaid(session, `pods/${pod.metadata.namespace}/${pod.metadata.name}`)}`
            : `${seen}${wanted(expected)}`,
        );
  },
  version: (session: Session) =>
    `${clusterVersion(session)} ${session.run.history.findLastIndex(({ kind }) => kind === 'file')}`,
};
