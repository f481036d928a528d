import { type FieldError, required } from '../api/field-errors.ts';
import { dnsSubdomain } from '../api/names.ts';
import { part, sameJson } from '../api/object.ts';
import { defaultPodOnly, defaultPodSpec } from '../pod/defaults.ts';
import { qosClass } from '../pod/qos.ts';
import { podSpecOf } from '../pod/types.ts';
import { validatePodSpec } from '../pod/validate.ts';
import { validatePodSpecUpdate } from '../pod/validate-update.ts';
import { type Kind, keepStatusCountGeneration } from './kind.ts';

const FINISHED = ['Succeeded', 'Failed'];

const validateSpec = (spec: ReturnType<typeof podSpecOf>): FieldError[] => [
  ...validatePodSpec(spec, 'spec'),
  ...(spec.serviceAccountName === '' ? [required('spec.serviceAccountName')] : []),
];

/** `v1` Pod. */
export const pods: Kind = {
  kind: 'Pod',
  plural: 'pods',
  singular: 'pod',
  shortNames: ['po'],
  categories: ['all'],
  group: '',
  namespaced: true,
  names: dnsSubdomain,
  defaults: (pod) => {
    const spec = podSpecOf(pod);
    defaultPodSpec(spec);
    defaultPodOnly(spec);
    pod.spec = spec;
  },
  prepareCreate: (pod) => {
    pod.metadata.generation = 1;
    pod.status = { phase: 'Pending', qosClass: qosClass(podSpecOf(pod)) };
  },
  validate: (pod) => validateSpec(podSpecOf(pod)),
  prepareUpdate: (next, old) => {
    keepStatusCountGeneration(next, old, !sameJson(next.spec, old.spec));
  },
  validateUpdate: (next, old) => [...validatePodSpecUpdate(podSpecOf(next), podSpecOf(old))],
  hasStatus: true,
  returnsDeleted: true,
  gracePeriod: (pod, asked) => {
    const spec = podSpecOf(pod);
    // Nobody runs a Pod without a node, and nothing of a finished one runs: no need to wait for the kubelet.
    if (!spec.nodeName || FINISHED.includes(String(part(pod, 'status').phase))) return 0;
    return Math.max(0, asked ?? spec.terminationGracePeriodSeconds ?? 30);
  },
  selectable: (pod) => ({
    'spec.nodeName': podSpecOf(pod).nodeName ?? '',
    'spec.restartPolicy': podSpecOf(pod).restartPolicy ?? '',
    'spec.schedulerName': podSpecOf(pod).schedulerName ?? '',
    'spec.serviceAccountName': podSpecOf(pod).serviceAccountName ?? '',
    'status.phase': String(part(pod, 'status').phase ?? ''),
    'status.podIP': String(part(pod, 'status').podIP ?? ''),
  }),
};
