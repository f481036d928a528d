import { fromBase64, fromUtf8 } from '../../jwt/index.ts';
import { type KubeObject, part } from '../api/object.ts';
import type { Container } from '../pod/types.ts';
import { podSpecOf } from '../pod/types.ts';

/** An object that the environment of a container needs. */
export interface Needed {
  readonly resource: 'secrets' | 'configmaps';
  readonly name: string;
  readonly optional: boolean;
}

/** Objects found so far, by `resource/name`; `null`: there is none. */
export type Found = Readonly<Record<string, KubeObject | null>>;

/** Name of an object in `Found`. */
export const foundKey = (needed: Pick<Needed, 'resource' | 'name'>): string => `${needed.resource}/${needed.name}`;

/** The Secrets and ConfigMaps that a container's variables refer to. */
export const neededByEnvironment = (container: Container): Needed[] => {
  const all: Needed[] = [];
  for (const source of container.envFrom ?? []) {
    const { configMapRef, secretRef } = source;
    if (configMapRef)
      all.push({ resource: 'configmaps', name: configMapRef.name ?? '', optional: configMapRef.optional === true });
    if (secretRef) all.push({ resource: 'secrets', name: secretRef.name ?? '', optional: secretRef.optional === true });
  }
  for (const { valueFrom } of container.env ?? []) {
    const { configMapKeyRef, secretKeyRef } = valueFrom ?? {};
    if (configMapKeyRef)
      all.push({
        resource: 'configmaps',
        name: configMapKeyRef.name ?? '',
        optional: configMapKeyRef.optional === true,
      });
    if (secretKeyRef)
      all.push({ resource: 'secrets', name: secretKeyRef.name ?? '', optional: secretKeyRef.optional === true });
  }
  return all.filter((n, i) => all.findIndex((m) => foundKey(m) === foundKey(n)) === i);
};

/** Data of a Secret or ConfigMap in clear. */
export const clearData = (object: KubeObject, resource: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(part(object, 'data')).map(([key, value]) => {
      if (resource === 'configmaps') return [key, String(value)];
      const decoded = fromBase64(String(value));
      return [key, 'bytes' in decoded ? fromUtf8(decoded.bytes) : ''];
    }),
  );

/** A field of the Pod as a variable shows it. */
export const podField = (pod: KubeObject, path: string, podIP: string, hostIP: string): string => {
  const keyed = /^metadata\.(labels|annotations)\['([^']+)'\]$/.exec(path);
  if (keyed) return pod.metadata[keyed[1] as 'labels' | 'annotations']?.[keyed[2] ?? ''] ?? '';
  const fields: Readonly<Record<string, string | undefined>> = {
    'metadata.name': pod.metadata.name,
    'metadata.namespace': pod.metadata.namespace,
    'metadata.uid': pod.metadata.uid,
    'spec.nodeName': podSpecOf(pod).nodeName,
    'spec.serviceAccountName': podSpecOf(pod).serviceAccountName,
    'status.hostIP': hostIP,
    'status.hostIPs': hostIP,
    'status.podIP': podIP,
    'status.podIPs': podIP,
  };
  return fields[path] ?? '';
};

interface Sources {
  readonly pod: KubeObject;
  readonly podIP: string;
  readonly hostIP: string;
  readonly found: Found;
}

/** `$(NAME)` in a value refers to a variable before it; `$$(NAME)` is literal. */
const expand = (text: string, env: Readonly<Record<string, string>>): string =>
  text.replace(/\$(\$?)\((\w+)\)/g, (all, escaped: string, name: string) =>
    escaped ? all.slice(1) : (env[name] ?? all),
  );

/** The variables of a container, or the kubelet's words for what is missing. */
export const environmentOf = (
  container: Container,
  { pod, podIP, hostIP, found }: Sources,
): Record<string, string> | { readonly error: string } => {
  const env: Record<string, string> = {
    KUBERNETES_SERVICE_HOST: '10.96.0.1',
    KUBERNETES_SERVICE_PORT: '443',
    KUBERNETES_SERVICE_PORT_HTTPS: '443',
    HOSTNAME: podSpecOf(pod).hostname ?? pod.metadata.name ?? '',
  };
  const missing = (needed: Needed): { error: string } | null =>
    needed.optional || found[foundKey(needed)]
      ? null
      : { error: `${needed.resource === 'secrets' ? 'secret' : 'configmap'} ${JSON.stringify(needed.name)} not found` };
  for (const needed of neededByEnvironment(container)) {
    const error = missing(needed);
    if (error) return error;
  }
  for (const { prefix = '', configMapRef, secretRef } of container.envFrom ?? []) {
    const resource = configMapRef ? 'configmaps' : 'secrets';
    const object = found[foundKey({ resource, name: (configMapRef ?? secretRef)?.name ?? '' })];
    if (object) for (const [key, value] of Object.entries(clearData(object, resource))) env[`${prefix}${key}`] = value;
  }
  for (const variable of container.env ?? []) {
    const { valueFrom } = variable;
    if (!valueFrom) env[variable.name] = expand(variable.value ?? '', env);
    else if (valueFrom.fieldRef) env[variable.name] = podField(pod, valueFrom.fieldRef.fieldPath, podIP, hostIP);
    else if (valueFrom.resourceFieldRef) {
      const [kind = '', name = ''] = valueFrom.resourceFieldRef.resource.split('.');
      env[variable.name] = container.resources?.[kind as 'limits' | 'requests']?.[name] ?? '0';
    } else {
      const [resource, ref] = valueFrom.secretKeyRef
        ? (['secrets', valueFrom.secretKeyRef] as const)
        : (['configmaps', valueFrom.configMapKeyRef] as const);
      if (!ref) continue;
      const object = found[foundKey({ resource, name: ref.name ?? '' })];
      const value = object ? clearData(object, resource)[ref.key] : undefined;
      if (value !== undefined) env[variable.name] = value;
      else if (!ref.optional)
        return {
          error: `couldn't find key ${ref.key} in ${resource === 'secrets' ? 'Secret' : 'ConfigMap'} ${pod.metadata.namespace}/${ref.name}`,
        };
    }
  }
  return env;
};
