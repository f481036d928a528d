import { type Field, type FieldType, type StructType, structOf } from '../schema/types.ts';
import type { PodSpec } from './types.ts';

type Json = Record<string, unknown>;

/**
 * The pod spec as the API server holds it in memory and prints it when it refuses an update: every field under its Go
 * name, in the order of kubernetes' pkg/apis/core/types.go. It differs from `v1` in order and in where the host
 * namespaces stand.
 */
const POD_SPEC = [
  'volumes',
  'initContainers',
  'containers',
  'ephemeralContainers',
  'restartPolicy',
  'terminationGracePeriodSeconds',
  'activeDeadlineSeconds',
  'dnsPolicy',
  'nodeSelector',
  'serviceAccountName',
  'automountServiceAccountToken',
  'nodeName',
  'securityContext',
  'imagePullSecrets',
  'hostname',
  'subdomain',
  'setHostnameAsFQDN',
  'affinity',
  'schedulerName',
  'tolerations',
  'hostAliases',
  'priorityClassName',
  'priority',
  'preemptionPolicy',
  'dnsConfig',
  'readinessGates',
  'runtimeClassName',
  'overhead',
  'enableServiceLinks',
  'topologySpreadConstraints',
  'os',
  'schedulingGates',
  'resourceClaims',
  'resources',
  'hostnameOverride',
];

/** Fields of the Pod that live inside its security context internally. */
const HOST_FIELDS = ['hostNetwork', 'hostPID', 'hostIPC', 'shareProcessNamespace', 'hostUsers'];

const ordered = (type: StructType): readonly Field[] => {
  if (type.name === 'PodSpec') return POD_SPEC.flatMap((name) => type.byName[name] ?? []);
  if (type.name !== 'Volume') return type.fields;
  const quobyte = type.byName.quobyte;
  const rest = type.fields.filter((f) => f.name !== 'quobyte');
  const at = rest.findIndex((f) => f.name === 'flexVolume');
  return quobyte ? [...rest.slice(0, at), quobyte, ...rest.slice(at)] : rest;
};

const internal = (value: unknown, type: FieldType, pointer: boolean): unknown => {
  if (value === undefined || value === null) {
    if (pointer || type.kind === 'list' || type.kind === 'map') return null;
    if (type.kind === 'struct') return internalStruct({}, structOf(type.name));
    const { scalar } = type;
    if (scalar === 'bool') return false;
    if (scalar === 'int32' || scalar === 'int64') return 0;
    return scalar === 'quantity' ? '0' : scalar === 'any' ? null : '';
  }
  if (type.kind === 'struct') return internalStruct(value as Json, structOf(type.name));
  if (type.kind === 'list') return (value as unknown[]).map((item) => internal(item, type.of, false));
  if (type.kind === 'map')
    return Object.fromEntries(
      Object.keys(value as Json)
        .sort()
        .map((key) => [key, internal((value as Json)[key], type.of, false)]),
    );
  return value;
};

const internalStruct = (value: Json, type: StructType): Json =>
  Object.fromEntries(ordered(type).map((f) => [f.goName, internal(value[f.name], f.type, f.pointer)]));

/** A pod spec in its internal form, ready for `JSON.stringify(…, null, 1)`. */
export const internalPodSpec = (spec: PodSpec): Json => {
  const out = internalStruct(spec, structOf('PodSpec'));
  const podSpec = structOf('PodSpec');
  const host = HOST_FIELDS.flatMap((name) => podSpec.byName[name] ?? []);
  out.SecurityContext = spec.securityContext
    ? {
        ...Object.fromEntries(host.map((f) => [f.goName, internal(spec[f.name], f.type, f.pointer)])),
        ...internalStruct(spec.securityContext as Json, structOf('PodSecurityContext')),
      }
    : null;
  return out;
};
