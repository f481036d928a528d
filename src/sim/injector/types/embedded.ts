/** Go structs that embed others show it in error texts: `Probe.ProbeHandler.httpGet`. k8s.io/api v0.36.3 core/v1/types.go */
const EMBEDDED: Readonly<Record<string, readonly [embedded: string, ...fields: string[]]>> = {
  Probe: ['ProbeHandler', 'exec', 'httpGet', 'tcpSocket', 'grpc'],
  ConfigMapVolumeSource: ['LocalObjectReference', 'name'],
  ConfigMapProjection: ['LocalObjectReference', 'name'],
  SecretProjection: ['LocalObjectReference', 'name'],
  ConfigMapEnvSource: ['LocalObjectReference', 'name'],
  SecretEnvSource: ['LocalObjectReference', 'name'],
  ConfigMapKeySelector: ['LocalObjectReference', 'name'],
  SecretKeySelector: ['LocalObjectReference', 'name'],
};

/** The embedded struct that a field belongs to. */
export const embeddedIn = (struct: string, field: string): string | undefined => {
  if (struct === 'Volume') return field === 'name' ? undefined : 'VolumeSource';
  const [embedded, ...fields] = EMBEDDED[struct] ?? [];
  return fields.includes(field) ? embedded : undefined;
};
