import { at, type Json, listAt, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import { containerLines } from './container.ts';
import { annotationLines, controllerLine, headLines, labelLines, longTime, mapLines, optional } from './text.ts';
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
        { pod, template: false },
      ),
    )
    .join('')}`;
};

const conditions = (pod: Json): string => {
  const all = listAt(pod, 'status', 'conditions');
  if (all.length === 0) return '';
  return `Conditions:\n  Type\tStatus\n${all.map((c) => `  ${textAt(c, 'type')} \t${textAt(c, 'status')} \n`).join('')}`;
};

const gates = (pod: Json): string => {
  const all = listAt(pod, 'spec', 'readinessGates').map((gate) => {
    const type = textAt(gate, 'conditionType');
    const met = listAt(pod, 'status', 'conditions').find((c) => c.type === type);
    return `  ${type} \t${met ? textAt(met, 'status') : '<none>'} \n`;
  });
  return all.length === 0 ? '' : `Readiness Gates:\n  Type\tStatus\n${all.join('')}`;
};

/** Tolerations, one a line, under a title. */
export const tolerationLines = (title: string, spec: Json): string =>
  `${title}:\t${listAt(spec, 'tolerations').map(toleration).join('\n\t') || '<none>'}\n`;

const statusLines = (pod: Json, now: number): string => {
  const phase = textAt(pod, 'status', 'phase');
  const deleted = textAt(pod, 'metadata', 'deletionTimestamp');
  if (deleted === '' || phase === 'Failed' || phase === 'Succeeded') return `Status:\t${phase}\n`;
  return `Status:\tTerminating (lasts ${since(deleted, now)})\nTermination Grace Period:\t${textAt(pod, 'metadata', 'deletionGracePeriodSeconds')}s\n`;
};

/**
 * A Pod as a text of cells that end with tabs, without its events. (kubectl: pkg/describe/describe.go, describePod)
 * @param now Unix milliseconds
 */
export const describePod = (pod: Json, now: number): string => {
  const node = textAt(pod, 'spec', 'nodeName');
  const host = textAt(pod, 'status', 'hostIP');
  const start = textAt(pod, 'status', 'startTime');
  const ips = listAt(pod, 'status', 'podIPs').map((p) => textAt(p, 'ip'));
  return [
    headLines(pod),
    `Priority:\t${textAt(pod, 'spec', 'priority') || 0}\n`,
    optional('Priority Class Name', textAt(pod, 'spec', 'priorityClassName')),
    optional('Runtime Class Name', textAt(pod, 'spec', 'runtimeClassName')),
    optional('Service Account', textAt(pod, 'spec', 'serviceAccountName')),
    `Node:\t${node === '' ? '<none>' : `${node}/${host}`}\n`,
    optional('Start Time', start === '' ? '' : longTime(start)),
    labelLines(pod),
    annotationLines(pod),
    statusLines(pod, now),
    optional('Reason', textAt(pod, 'status', 'reason')),
    optional('Message', textAt(pod, 'status', 'message')),
    optional('SeccompProfile', textAt(pod, 'spec', 'securityContext', 'seccompProfile', 'type')),
    optional('LocalhostProfile', textAt(pod, 'spec', 'securityContext', 'seccompProfile', 'localhostProfile')),
    `IP:\t${textAt(pod, 'status', 'podIP')}\n`,
    ips.length === 0 ? 'IPs:\t<none>\n' : `IPs:\n${ips.map((ip) => `  IP:\t${ip}\n`).join('')}`,
    controllerLine(pod),
    optional('NominatedNodeName', textAt(pod, 'status', 'nominatedNodeName')),
    containers('Init Containers', pod, 'initContainers', 'initContainerStatuses'),
    containers('Containers', pod, 'containers', 'containerStatuses'),
    gates(pod),
    conditions(pod),
    volumeLines(listAt(pod, 'spec', 'volumes')),
    `QoS Class:\t${textAt(pod, 'status', 'qosClass')}\n`,
    mapLines('Node-Selectors', at(pod, 'spec', 'nodeSelector')),
    tolerationLines('Tolerations', at(pod, 'spec')),
  ].join('');
};
