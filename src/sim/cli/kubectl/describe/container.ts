import { at, type Json, listAt, textAt } from '../objects/json.ts';
import { environmentLines } from './environment.ts';
import { probeLines } from './probe.ts';
import { longTime } from './text.ts';

const stateLines = (title: string, state: Json): string => {
  const [name = 'waiting'] = Object.keys(state);
  const inner = at(state, name);
  const line = (label: string, field: string): string =>
    textAt(inner, field) === '' ? '' : `      ${label}:\t${textAt(inner, field)}\n`;
  const time = (label: string, field: string): string => `      ${label}:\t${longTime(textAt(inner, field))}\n`;
  const head = `    ${title}:\t${name.charAt(0).toUpperCase()}${name.slice(1)}\n`;
  if (name === 'running') return head + time('Started', 'startedAt');
  if (name !== 'terminated') return head + line('Reason', 'reason');
  return [
    head,
    line('Reason', 'reason'),
    line('Message', 'message'),
    `      Exit Code:\t${textAt(inner, 'exitCode') || 0}\n`,
    line('Signal', 'signal'),
    time('Started', 'startedAt'),
    time('Finished', 'finishedAt'),
  ].join('');
};

const mounts = (container: Json): string => {
  const all = listAt(container, 'volumeMounts').toSorted((a, b) =>
    textAt(a, 'mountPath') < textAt(b, 'mountPath') ? -1 : 1,
  );
  if (all.length === 0) return '    Mounts:\t<none>\n';
  const line = (m: Json): string => {
    const path = textAt(m, 'subPath');
    return `      ${textAt(m, 'mountPath')} from ${textAt(m, 'name')} (${m.readOnly === true ? 'ro' : 'rw'}${path === '' ? '' : `,path=${JSON.stringify(path)}`})\n`;
  };
  return `    Mounts:\n${all.map(line).join('')}`;
};

const listed = (title: string, values: unknown): string =>
  Array.isArray(values) && values.length > 0
    ? `    ${title}:\n${values.map((v) => `      ${String(v).replaceAll('\n', '\n      ')}\n`).join('')}`
    : '';

const amounts = (title: string, map: Json): string => {
  const names = Object.keys(map).toSorted();
  return names.length === 0 ? '' : `    ${title}:\n${names.map((n) => `      ${n}:\t${map[n]}\n`).join('')}`;
};

const portsOf = (container: Json, field: string): string => {
  const name = (p: Json): string => (textAt(p, 'name') === '' ? '' : ` (${textAt(p, 'name')})`);
  return listAt(container, 'ports')
    .map((p) => `${textAt(p, field) || 0}/${textAt(p, 'protocol') || 'TCP'}${name(p)}`)
    .join(', ');
};

const portLine = (title: string, ports: string): string =>
  ports.includes(',') ? `    ${title}s:\t${ports}\n` : `    ${title}:\t${ports || '<none>'}\n`;

/** What a container is described within: a Pod, or a template, which indents names by one more and knows no values. */
export interface Within {
  readonly pod?: Json;
  readonly template: boolean;
}

/** One container with what its status says. (kubectl: pkg/describe/describe.go, describeContainers) */
export const containerLines = (container: Json, status: Json | undefined, within: Within): string =>
  [
    `  ${within.template ? ' ' : ''}${textAt(container, 'name')}:\n`,
    status ? `    Container ID:\t${textAt(status, 'containerID')}\n` : '',
    `    Image:\t${textAt(container, 'image')}\n`,
    status ? `    Image ID:\t${textAt(status, 'imageID')}\n` : '',
    portLine('Port', portsOf(container, 'containerPort')),
    portLine('Host Port', portsOf(container, 'hostPort')),
    listed('Command', container.command),
    listed('Args', container.args),
    status ? stateLines('State', at(status, 'state')) : '',
    status && at(status, 'lastState').terminated !== undefined ? stateLines('Last State', at(status, 'lastState')) : '',
    status
      ? `    Ready:\t${status.ready === true ? 'True' : 'False'}\n    Restart Count:\t${textAt(status, 'restartCount') || 0}\n`
      : '',
    amounts('Limits', at(container, 'resources', 'limits')),
    amounts('Requests', at(container, 'resources', 'requests')),
    probeLines(container),
    environmentLines(container, within.pod),
    mounts(container),
  ].join('');
