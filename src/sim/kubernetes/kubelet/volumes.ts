import { type KubeObject, nameOf, part } from '../api/object.ts';
import { type ApiCall, collection } from '../client/client.ts';
import { type DownwardItem, type KeyToPath, podSpecOf, type Volume } from '../pod/types.ts';
import { publishError, publishVolume } from './csi.ts';
import { clearData, podField } from './environment.ts';
import type { Launch } from './programs.ts';
import { volumeRoot } from './volume-root.ts';

/** One piece of a volume, and the API call that brings its content. */
export interface Source {
  readonly volume: string;
  readonly call: ApiCall | null;
  readonly kind: 'secret' | 'configMap' | 'token' | 'downward' | 'csi';
  readonly name: string;
  readonly optional: boolean;
  readonly items: readonly KeyToPath[] | null;
  /** Path of a token inside the volume, and its lifetime in seconds. */
  readonly path: string;
  readonly seconds: number;
  readonly downward: readonly DownwardItem[];
}

/** A file of a volume, by the world's path. */
export interface VolumeFile {
  readonly path: string;
  readonly text: string;
}

const base = { call: null, name: '', optional: false, items: null, path: '', seconds: 0, downward: [] } as const;

const tokenCall = (pod: KubeObject, audience: string | undefined, seconds: number): ApiCall => ({
  method: 'POST',
  path: `${collection('', 'serviceaccounts', pod.metadata.namespace)}/${podSpecOf(pod).serviceAccountName}/token`,
  body: {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: {
      ...(audience && { audiences: [audience] }),
      expirationSeconds: seconds,
      boundObjectRef: { kind: 'Pod', apiVersion: 'v1', name: nameOf(pod), uid: pod.metadata.uid },
    },
  },
});

const get = (pod: KubeObject, resource: string, name: string): ApiCall => ({
  method: 'GET',
  path: `${collection('', resource, pod.metadata.namespace)}/${name}`,
});

const sourcesOf = (pod: KubeObject, volume: Volume): Source[] => {
  const of = { ...base, volume: volume.name };
  const secret = (name: string, items: readonly KeyToPath[] | undefined, optional: boolean | undefined): Source => ({
    ...of,
    kind: 'secret',
    call: get(pod, 'secrets', name),
    name,
    items: items ?? null,
    optional: optional === true,
  });
  const configMap = (name: string, items: readonly KeyToPath[] | undefined, optional: boolean | undefined): Source => ({
    ...of,
    kind: 'configMap',
    call: get(pod, 'configmaps', name),
    name,
    items: items ?? null,
    optional: optional === true,
  });
  if (volume.secret) return [secret(volume.secret.secretName ?? '', volume.secret.items, volume.secret.optional)];
  if (volume.configMap)
    return [configMap(volume.configMap.name ?? '', volume.configMap.items, volume.configMap.optional)];
  if (volume.csi)
    return [{ ...of, kind: 'csi', call: publishVolume(pod, volume.name, volume.csi), name: volume.csi.driver }];
  if (volume.downwardAPI) return [{ ...of, kind: 'downward', downward: volume.downwardAPI.items ?? [] }];
  return (volume.projected?.sources ?? []).map((source): Source => {
    if (source.secret) return secret(source.secret.name ?? '', source.secret.items, source.secret.optional);
    if (source.configMap)
      return configMap(source.configMap.name ?? '', source.configMap.items, source.configMap.optional);
    if (source.downwardAPI) return { ...of, kind: 'downward', downward: source.downwardAPI.items ?? [] };
    const { audience, path = 'token', expirationSeconds = 3600 } = source.serviceAccountToken ?? {};
    return {
      ...of,
      kind: 'token',
      call: tokenCall(pod, audience, expirationSeconds),
      path,
      seconds: expirationSeconds,
    };
  });
};

/** Everything that must be fetched before a Pod's volumes are complete. */
export const volumeSources = (pod: KubeObject): Source[] =>
  (podSpecOf(pod).volumes ?? []).flatMap((volume) => sourcesOf(pod, volume));

/** The files of a source from the answer to its call; a text is why there are none. */
export const filesOf = (
  source: Source,
  pod: KubeObject,
  answer: { status: number; body: unknown } | null,
  podIP: string,
  hostIP: string,
): readonly VolumeFile[] | string => {
  const root = volumeRoot(pod, source.volume);
  if (source.kind === 'downward')
    return source.downward.map((item) => ({
      path: `${root}/${item.path}`,
      text: item.fieldRef ? podField(pod, item.fieldRef.fieldPath, podIP, hostIP) : '',
    }));
  if (source.kind === 'csi') return publishError(source.name, source.volume, answer) ?? [];
  const what = source.kind === 'secret' ? 'secret' : 'configmap';
  if (!answer) return 'failed to reach the API server';
  if (source.kind === 'token') {
    if (answer.status !== 201)
      return `failed to fetch token: ${String(part(answer as unknown as Record<string, unknown>, 'body').message ?? answer.status)}`;
    return [
      { path: `${root}/${source.path}`, text: String(part(answer.body as Record<string, unknown>, 'status').token) },
    ];
  }
  if (answer.status !== 200) {
    if (source.optional && answer.status === 404) return [];
    return answer.status === 404
      ? `${what} ${JSON.stringify(source.name)} not found`
      : String(part(answer as unknown as Record<string, unknown>, 'body').message ?? answer.status);
  }
  const data = clearData(answer.body as KubeObject, source.kind === 'secret' ? 'secrets' : 'configmaps');
  if (!source.items) return Object.entries(data).map(([key, text]) => ({ path: `${root}/${key}`, text }));
  const files: VolumeFile[] = [];
  for (const { key, path } of source.items) {
    const text = data[key];
    if (text !== undefined) files.push({ path: `${root}/${path}`, text });
    else if (!source.optional)
      return `references non-existent ${source.kind === 'secret' ? 'secret' : 'config'} key: ${key}`;
  }
  return files;
};

/** Where a container finds its volumes. */
export const mountsOf = (
  pod: KubeObject,
  container: {
    readonly volumeMounts?: { readonly name: string; readonly mountPath: string; readonly subPath?: string }[];
  },
): Launch['mounts'] =>
  (container.volumeMounts ?? []).map(({ name, mountPath, subPath }) => ({
    at: mountPath,
    to: `${volumeRoot(pod, name)}${subPath ? `/${subPath}` : ''}`,
  }));
