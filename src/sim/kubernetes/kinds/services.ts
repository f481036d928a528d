import { type FieldError, invalid, required } from '../api/field-errors.ts';
import { dns1035Label, inclusiveRange } from '../api/names.ts';
import { type KubeObject, part } from '../api/object.ts';
import type { Kind } from './kind.ts';

interface Port {
  name?: string;
  port: number;
  targetPort?: number | string;
  protocol?: string;
}

const portsOf = (service: KubeObject): Port[] => (part(service, 'spec').ports ?? []) as Port[];

const validate = (service: KubeObject): FieldError[] => {
  const ports = portsOf(service);
  const external = part(service, 'spec').type === 'ExternalName';
  if (ports.length === 0 && !external && part(service, 'spec').clusterIP !== 'None') return [required('spec.ports')];
  return ports.flatMap((port, i) => [
    ...(ports.length > 1 && !port.name ? [required(`spec.ports[${i}].name`)] : []),
    ...(port.port < 1 || port.port > 65535
      ? [invalid(`spec.ports[${i}].port`, port.port, inclusiveRange(1, 65535))]
      : []),
  ]);
};

/** An address of the service network that follows from namespace and name. */
const clusterIp = (service: KubeObject): string => {
  let h = 17;
  for (const c of `${service.metadata.namespace}/${service.metadata.name}`)
    h = (Math.imul(h, 31) + c.charCodeAt(0)) >>> 0;
  return `10.96.${(h >>> 8) & 255}.${1 + (h % 254)}`;
};

/** `v1` Service. */
export const services: Kind = {
  kind: 'Service',
  plural: 'services',
  singular: 'service',
  shortNames: ['svc'],
  categories: ['all'],
  group: '',
  namespaced: true,
  names: dns1035Label,
  defaults: (service) => {
    const spec = part(service, 'spec');
    spec.sessionAffinity ??= 'None';
    spec.type ??= 'ClusterIP';
    spec.ports = portsOf(service).map((p) => ({
      ...p,
      protocol: p.protocol ?? 'TCP',
      targetPort: p.targetPort ?? p.port,
    }));
    if (spec.type !== 'ExternalName') spec.internalTrafficPolicy ??= 'Cluster';
    service.spec = spec;
  },
  prepareCreate: (service) => {
    const spec = part(service, 'spec');
    if (spec.type !== 'ExternalName') {
      spec.clusterIP ??= clusterIp(service);
      spec.clusterIPs ??= [spec.clusterIP];
      spec.ipFamilies ??= ['IPv4'];
      spec.ipFamilyPolicy ??= 'SingleStack';
    }
    service.spec = spec;
    service.status = { loadBalancer: {} };
  },
  validate,
  prepareUpdate: (next, old) => {
    const [n, o] = [part(next, 'spec'), part(old, 'spec')];
    for (const field of ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy']) n[field] ??= o[field];
    next.spec = n;
    next.status = old.status;
  },
  validateUpdate: (next) => validate(next),
  hasStatus: true,
  returnsDeleted: true,
};
