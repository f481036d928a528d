import type { Agent } from '../agent/agent.ts';
import type { Sourced } from '../agent/sourced.ts';
import { keyOf } from '../annotations/index.ts';
import { agentContainer } from '../containers/agent-container.ts';
import { secretMounts } from '../containers/mounts.ts';
import { INIT_CONTAINER } from '../containers/names.ts';
import { addedVolumes } from '../containers/volumes.ts';
import { type Container, containersOf, initContainersOf, volumesOf } from '../pod.ts';
import { encode } from '../types/encode.ts';
import { added, appended, type Element, element, type Operation, removed } from './operation.ts';
import { pointerPart } from './tree.ts';

const volumes = (agent: Agent): readonly Operation[] =>
  addedVolumes(agent).flatMap((group) =>
    appended(
      '/spec/volumes',
      volumesOf(agent.pod).length,
      group.map(({ volume, because }) => element(volume, because)),
    ),
  );

const mountsInto = (
  agent: Agent,
  path: string,
  container: Container,
  because: readonly Sourced<unknown>[],
): readonly Operation[] =>
  appended(
    `${path}/volumeMounts`,
    container.volumeMounts?.length ?? 0,
    secretMounts(agent).map((mount) => element(mount, because)),
  );

const applicationMounts = (agent: Agent): readonly Operation[] =>
  containersOf(agent.pod).flatMap((container, index) =>
    agent.containers.value.includes(container.name ?? '')
      ? mountsInto(agent, `/spec/containers/${index}`, container, [agent.containers])
      : [],
  );

/** The Pod's own init containers are taken out and put back behind the Agent's. */
const initFirst = (agent: Agent, own: Element): readonly Operation[] => {
  const others = initContainersOf(agent.pod);
  const because = [agent.initFirst];
  return [
    ...(others.length === 0 ? [] : [removed('/spec/initContainers', because)]),
    ...appended('/spec/initContainers', 0, [
      own,
      ...others.map((container) => ({ value: encode('Container', container), causes: [], because })),
    ]),
  ];
};

const initContainers = (agent: Agent): readonly Operation[] => {
  const others = initContainersOf(agent.pod);
  const own: Element = { ...agentContainer(agent, true), because: [agent.prePopulate, agent.initFirst] };
  const first = agent.initFirst.value;
  const list = first ? [own.value as Container, ...others] : others;
  return [
    ...(first ? initFirst(agent, own) : appended('/spec/initContainers', others.length, [own])),
    ...list.flatMap((container, index) =>
      container.name === INIT_CONTAINER ? [] : mountsInto(agent, `/spec/initContainers/${index}`, container, []),
    ),
    ...(agent.shareProcessNamespace
      ? [added('/spec/shareProcessNamespace', agent.shareProcessNamespace.value, [], [agent.shareProcessNamespace])]
      : []),
  ];
};

const sidecar = (agent: Agent): readonly Operation[] =>
  appended('/spec/containers', containersOf(agent.pod).length, [
    { ...agentContainer(agent, false), because: [agent.prePopulateOnly] },
  ]);

/**
 * The whole patch in its order. vault-k8s: agent-inject/agent/agent.go `Patch`
 * @throws Refusal, Panic
 */
export const buildPatch = (agent: Agent): readonly Operation[] => [
  ...volumes(agent),
  ...applicationMounts(agent),
  ...(agent.prePopulate.value ? initContainers(agent) : []),
  ...(agent.prePopulateOnly.value ? [] : sidecar(agent)),
  added(`/metadata/annotations/${pointerPart(keyOf('agent-inject-status'))}`, 'injected', []),
];
