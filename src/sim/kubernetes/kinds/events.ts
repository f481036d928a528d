import { type FieldError, invalid } from '../api/field-errors.ts';
import { dnsSubdomain } from '../api/names.ts';
import { type KubeObject, part } from '../api/object.ts';
import type { Kind } from './kind.ts';

const validate = (event: KubeObject): FieldError[] => {
  const about = part(event, 'involvedObject').namespace ?? '';
  const own = event.metadata.namespace ?? '';
  return about === own || (about === '' && own === 'default')
    ? []
    : [invalid('involvedObject.namespace', about, 'does not match event.namespace')];
};

/** `v1` Event. */
export const events: Kind = {
  kind: 'Event',
  plural: 'events',
  singular: 'event',
  shortNames: ['ev'],
  group: '',
  namespaced: true,
  names: dnsSubdomain,
  defaults: (event) => {
    event.reportingComponent ??= '';
    event.reportingInstance ??= '';
  },
  validate,
  selectable: (event) => {
    const about = part(event, 'involvedObject');
    const names = ['kind', 'namespace', 'name', 'uid', 'apiVersion', 'resourceVersion', 'fieldPath'];
    return {
      ...Object.fromEntries(names.map((n) => [`involvedObject.${n}`, String(about[n] ?? '')])),
      reason: String(event.reason ?? ''),
      type: String(event.type ?? ''),
    };
  },
};
