import type { Agent } from '../agent/agent.ts';
import { Sourced, unlessEmpty } from '../agent/sourced.ts';
import type { Tree } from '../patch/tree.ts';
import { type Container, containersOf, initContainersOf } from '../pod.ts';
import { encode } from '../types/encode.ts';
import {
  CACHE_PATH,
  CACHE_VOLUME,
  CONFIG_PATH,
  CONFIG_VOLUME,
  EXTRA_PATH,
  EXTRA_VOLUME,
  HOME_INIT,
  HOME_PATH,
  HOME_SIDECAR,
  SECRETS_VOLUME,
  TLS_PATH,
  TLS_VOLUME,
} from './names.ts';
import { customVolume, ownPaths } from './volumes.ts';

const mount = (name: Tree, mountPath: Tree, readOnly = false): Tree =>
  readOnly ? { name, readOnly, mountPath } : { name, mountPath };

/** The mounts of the rendered files: writable, in every container that gets them. */
export const secretMounts = (agent: Agent): readonly Tree[] => [
  mount(SECRETS_VOLUME, agent.annotations.text('secret-volume-path')),
  ...ownPaths(agent).map((path, index) => mount(customVolume(index), path)),
];

const copied = (agent: Agent): readonly Tree[] => {
  const wanted = agent.annotations.text('agent-copy-volume-mounts');
  if (wanted.value === '') return [];
  const containers: readonly Container[] = [...containersOf(agent.pod), ...initContainersOf(agent.pod)];
  return containers
    .filter(({ name }) => (name ?? '') === wanted.value)
    .flatMap(({ volumeMounts }) => volumeMounts ?? [])
    .filter(({ mountPath }) => !mountPath?.toLowerCase().includes('serviceaccount'))
    .map((found) => new Sourced(encode('VolumeMount', { ...found }), wanted.from));
};

/** A mount that an annotation asks for: read-only, with the annotation as the cause of the whole. */
const asked = (agent: Agent, annotation: string, name: string, path: string): readonly Tree[] => {
  const found = unlessEmpty(agent.annotations.text(annotation));
  return found ? [found.map(() => ({ name, readOnly: true, mountPath: path }))] : [];
};

/** Mounts of an Agent container in their order. vault-k8s: agent-inject/agent/container_{init_sidecar,sidecar}.go */
export const agentMounts = (agent: Agent, init: boolean): readonly Tree[] => {
  const token = mount(agent.tokenVolume.name, agent.tokenVolume.mountPath, true);
  const home = mount(init ? HOME_INIT : HOME_SIDECAR, HOME_PATH);
  const aws = agent.awsTokenMount;
  return [
    ...(init ? [home, token] : [token, home]),
    ...(aws?.name && aws.mountPath ? [mount(aws.name, aws.mountPath, true)] : []),
    ...secretMounts(agent),
    ...asked(agent, 'agent-extra-secret', EXTRA_VOLUME, EXTRA_PATH),
    ...copied(agent),
    ...asked(agent, 'agent-configmap', CONFIG_VOLUME, CONFIG_PATH),
    ...asked(agent, 'tls-secret', TLS_VOLUME, TLS_PATH),
    ...(agent.cachePersist.value
      ? [agent.cachePersist.map(() => ({ name: CACHE_VOLUME, mountPath: CACHE_PATH }))]
      : []),
  ];
};
