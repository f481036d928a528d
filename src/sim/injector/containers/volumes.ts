import type { Agent } from '../agent/agent.ts';
import { joined, type Sourced, unlessEmpty } from '../agent/sourced.ts';
import type { Tree } from '../patch/tree.ts';
import {
  CACHE_VOLUME,
  CONFIG_VOLUME,
  EXTRA_VOLUME,
  HOME_INIT,
  HOME_SIDECAR,
  SECRETS_VOLUME,
  TLS_VOLUME,
} from './names.ts';

/** A volume to add, and what decided that it is needed. */
export interface AddedVolume {
  readonly volume: Tree;
  readonly because: readonly Sourced<unknown>[];
}

const inMemory = (name: string, ...because: readonly Sourced<unknown>[]): AddedVolume => ({
  volume: { name, emptyDir: { medium: 'Memory' } },
  because,
});

/** Paths of secrets that do not lie in the common directory, each once. */
export const ownPaths = ({ annotations, secrets }: Agent): readonly Sourced<string>[] => {
  const common = annotations.text('secret-volume-path').value;
  const found = new Map<string, Sourced<string>>();
  for (const { mountPath } of secrets) {
    const known = found.get(mountPath.value);
    if (mountPath.value !== common)
      found.set(mountPath.value, known ? joined(mountPath.value, known, mountPath) : mountPath);
  }
  return [...found.values()];
};

export const customVolume = (index: number): string => `${SECRETS_VOLUME}-custom-${index}`;

/** The volumes the injector adds, in its order. vault-k8s: agent-inject/agent/agent.go `Patch` */
export const addedVolumes = (agent: Agent): readonly (readonly AddedVolume[])[] => {
  const named = (annotation: string, volume: (name: Sourced<string>) => Tree): AddedVolume[] => {
    const name = unlessEmpty(agent.annotations.text(annotation));
    return name ? [{ volume: volume(name), because: [name] }] : [];
  };
  return [
    [
      ...(agent.prePopulate.value ? [inMemory(HOME_INIT, agent.prePopulate)] : []),
      ...(agent.prePopulateOnly.value ? [] : [inMemory(HOME_SIDECAR, agent.prePopulateOnly)]),
    ],
    [inMemory(SECRETS_VOLUME), ...ownPaths(agent).map((path, index) => inMemory(customVolume(index), path))],
    named('agent-configmap', (name) => ({ name: CONFIG_VOLUME, configMap: { name } })),
    named('agent-extra-secret', (secretName) => ({ name: EXTRA_VOLUME, secret: { secretName } })),
    named('tls-secret', (secretName) => ({ name: TLS_VOLUME, secret: { secretName } })),
    agent.cachePersist.value ? [inMemory(CACHE_VOLUME, agent.cachePersist)] : [],
  ];
};
