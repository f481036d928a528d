import { type KubeObject, nameOf } from '../api/object.ts';

/** Directory of a volume in the world's files. */
export const volumeRoot = (pod: KubeObject, volume: string): string =>
  `pods/${pod.metadata.namespace}/${nameOf(pod)}/${volume}`;
