import { quote } from '../../go/quote.ts';
import { Refusal } from '../go/refusal.ts';
import { type Container, containersOf, type Pod, type Volume, type VolumeMount, volumesOf } from '../pod.ts';
import type { Annotations } from './annotations.ts';
import { Sourced } from './sourced.ts';

/** Where the Agent finds the ServiceAccount's token. */
export interface TokenVolume {
  readonly name: Sourced<string>;
  readonly mountPath: Sourced<string>;
  /** Inside the volume. */
  readonly tokenPath: Sourced<string>;
}

/** vault-k8s: agent-inject/agent/agent.go `DefaultServiceAccountMount` */
const OWN_MOUNT = '/var/run/secrets/vault.hashicorp.com/serviceaccount';

const mountsOf = (containers: readonly Container[]): readonly VolumeMount[] =>
  containers.flatMap(({ volumeMounts }) => volumeMounts ?? []);

const tokenPathOf = (volume: Volume): string => {
  for (const source of volume.projected?.sources ?? []) {
    const path = source.serviceAccountToken?.path;
    if (path) return path;
  }
  throw new Refusal(`failed to find tokenPath for projected volume ${quote(volume.name ?? '')}`);
};

const namedVolume = (pod: Pod, wanted: Sourced<string>): TokenVolume => {
  const name = wanted.value;
  const at = (mountPath: string, volume: Volume): TokenVolume => ({
    name: wanted,
    mountPath: wanted.map(() => mountPath),
    tokenPath: wanted.map(() => tokenPathOf(volume)),
  });
  const volume = volumesOf(pod).find((volume) => volume.name === name);
  const mount = mountsOf(containersOf(pod)).find((mount) => mount.name === name);
  if (mount && volume) return at(mount.mountPath ?? '', volume);
  if (mount)
    throw new Refusal(`failed to find volume ${quote(name)} in Pod ${quote(pod.metadata?.name ?? '')} volumes`);
  if (!volume) throw new Refusal(`failed to find service account volume ${quote(name)}`);
  return at(OWN_MOUNT, volume);
};

/**
 * Finds the token that the Agent logs in with: the volume named by an annotation, else the first mount of a container
 * whose path contains `serviceaccount`. vault-k8s: agent-inject/agent/agent.go `serviceaccount`
 * @throws Refusal where there is none
 */
export const findTokenVolume = (pod: Pod, annotations: Annotations): TokenVolume => {
  const wanted = annotations.text('agent-service-account-token-volume-name');
  if (wanted.value !== '') {
    try {
      return namedVolume(pod, wanted);
    } catch (error) {
      if (error instanceof Refusal) throw new Refusal(error.message, wanted.from);
      throw error;
    }
  }
  const mount = mountsOf(containersOf(pod)).find(({ mountPath }) => mountPath?.includes('serviceaccount'));
  if (!mount) throw new Refusal('failed to find service account volume mount');
  return {
    name: new Sourced(mount.name ?? ''),
    mountPath: new Sourced(mount.mountPath ?? ''),
    tokenPath: new Sourced('token'),
  };
};

/** The mount of an EKS IRSA token, which auth type `aws` uses. */
export const findAwsTokenMount = (pod: Pod): VolumeMount | undefined =>
  mountsOf(containersOf(pod)).find(({ mountPath }) => mountPath?.includes('eks.amazonaws.com'));
