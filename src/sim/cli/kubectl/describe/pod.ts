import { at, type Json, listAt, nameOf, namespaceOf, textAt } from '../objects/json.ts';
import { containerLines } from './container.ts';
import { annotationLines, labelLines, longTime } from './text.ts';
import { volumeLines } from './volume.ts';

const toleration = (t: Json): string => {
  let text = textAt(t, 'key');
  if (textAt(t, 'value') !== '') text += `=${textAt(t, 'value')}`;
  if (textAt(t, 'effect') !== '') text += `:${textAt(t, 'effect')}`;
  if (t.operator === 'Exists' && textAt(t, 'value') === '') text += text === '' ? 'op=Exists' : ' op=Exists';
  return t.tolerationSeconds === undefined ? text : `${text} for ${textAt(t, 'tolerationSeconds')}s`;
};

const containers = (title: string, pod: Json, field: string, statuses: string): string => {
  const all = listAt(pod, 'spec', field);
  if (all.length === 0) return '';
  const status = listAt(pod, 'status', statuses);
  return `${title}:\n${all
    .map((c) =>
      containerLines(
        c,
        status.find((s) => s.name === c.name),
      ),
    )
    .join('')}`;
};

const conditions = (pod: Json): string => {
  const all = listAt(pod, 'status', 'conditions');
  if (all.length === 0) return '';
  return `Conditions:\n  Type\tStatus\n${all.map((c) => `  ${textAt(c, 'type')} \t${textAt(c, 'status')} \n`).join('')}`;
};

const optional = (title: string, value: string): string => (value === '' ? '' : `${title}:\t${value}\n`);

/** A Pod as a text of cells that end with tabs, without its events. (kubectl: pkg/describe/describe.go, describePod) */
export const describePod = (pod: Json): string => {
  const node = textAt(pod, 'spec', 'nodeName');
  const host = textAt(pod, 'status', 'hostIP');
  const owner = listAt(pod, 'metadata', 'ownerReferences').find((o) => o.controller === true);
  const start = textAt(pod, 'status', 'startTime');
  const ips = listAt(pod, 'status', 'podIPs').map((p) => textAt(p, 'ip'));
  const selectors = Object.entries(at(pod, 'spec', 'nodeSelector')).map(([k, v]) => `${k}=${v}`);
  const tolerations = listAt(pod, 'spec', 'tolerations').map(toleration);
  const deleted = textAt(pod, 'metadata', 'deletionTimestamp') !== '';
  return [
    `Name:\t${nameOf(pod)}\nNamespace:\t${namespaceOf(pod)}\n`,
    `Priority:\t${textAt(pod, 'spec', 'priority') || 0}\n`,
    `Service Account:\t${textAt(pod, 'spec', 'serviceAccountName')}\n`,
    `Node:\t${node === '' ? '<none>' : `${node}/${host}`}\n`,
    optional('Start Time', start === '' ? '' : longTime(start)),
    labelLines(pod),
    annotationLines(pod),
    deleted
      ? `Status:\tTerminating\nTermination Grace Period:\t${textAt(pod, 'metadata', 'deletionGracePeriodSeconds')}s\n`
      : `Status:\t${textAt(pod, 'status', 'phase')}\n`,
    optional('Reason', textAt(pod, 'status', 'reason')),
    optional('Message', textAt(pod, 'status', 'message')),
    `IP:\t${textAt(pod, 'status', 'podIP')}\n`,
    ips.length === 0 ? 'IPs:\t<none>\n' : `IPs:\n${ips.map((ip) => `  IP:\t${ip}\n`).join('')}`,
    owner ? `Controlled By:\t${textAt(owner, 'kind')}/${textAt(owner, 'name')}\n` : '',
    containers('Init Containers', pod, 'initContainers', 'initContainerStatuses'),
    containers('Containers', pod, 'containers', 'containerStatuses'),
    conditions(pod),
    volumeLines(listAt(pod, 'spec', 'volumes')),
    `QoS Class:\t${textAt(pod, 'status', 'qosClass')}\n`,
    `Node-Selectors:\t${selectors.join('\n\t') || '<none>'}\n`,
    `Tolerations:\t${tolerations.join('\n\t') || '<none>'}\n`,
  ].join('');
};
