import { at, type Json, listAt, textAt } from '../objects/json.ts';
import { longTime } from './text.ts';

const stateLines = (title: string, state: Json): string => {
  const [name] = Object.keys(state);
  const inner = at(state, name ?? '');
  if (name === undefined) return '';
  let text = `    ${title}:\t${name.charAt(0).toUpperCase()}${name.slice(1)}\n`;
  if (name === 'running') return `${text}      Started:\t${longTime(textAt(inner, 'startedAt'))}\n`;
  for (const field of ['reason', 'message'])
    if (textAt(inner, field) !== '')
      text += `      ${field === 'reason' ? 'Reason' : 'Message'}:\t${textAt(inner, field)}\n`;
  if (name !== 'terminated') return text;
  return `${text}      Exit Code:\t${textAt(inner, 'exitCode')}\n      Started:\t${longTime(textAt(inner, 'startedAt'))}\n      Finished:\t${longTime(textAt(inner, 'finishedAt'))}\n`;
};

const environment = (container: Json): string => {
  const env = listAt(container, 'env');
  if (env.length === 0) return '    Environment:\t<none>\n';
  const value = (e: Json): string => {
    const secret = at(e, 'valueFrom', 'secretKeyRef');
    const map = at(e, 'valueFrom', 'configMapKeyRef');
    const field = textAt(e, 'valueFrom', 'fieldRef', 'fieldPath');
    const optional = (ref: Json): string => `Optional: ${ref.optional === true}`;
    if (textAt(secret, 'name') !== '')
      return `<set to the key '${textAt(secret, 'key')}' in secret '${textAt(secret, 'name')}'>\t${optional(secret)}`;
    if (textAt(map, 'name') !== '')
      return `<set to the key '${textAt(map, 'key')}' of config map '${textAt(map, 'name')}'>\t${optional(map)}`;
    if (field !== '') return ` (${textAt(e, 'valueFrom', 'fieldRef', 'apiVersion') || 'v1'}:${field})`;
    return textAt(e, 'value').replaceAll('\n', '\n        \t');
  };
  return `    Environment:\n${env.map((e) => `      ${textAt(e, 'name')}:\t${value(e)}\n`).join('')}`;
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

/** One container with what its status says. (kubectl: pkg/describe/describe.go, describeContainers) */
export const containerLines = (container: Json, status: Json | undefined): string => {
  const ports = listAt(container, 'ports');
  const plural = ports.length > 1 ? 's' : '';
  const port = (field: string): string =>
    ports.map((p) => `${textAt(p, field) || 0}/${textAt(p, 'protocol') || 'TCP'}`).join(', ') || '<none>';
  return [
    `  ${textAt(container, 'name')}:\n`,
    status ? `    Container ID:\t${textAt(status, 'containerID')}\n` : '',
    `    Image:\t${textAt(container, 'image')}\n`,
    status ? `    Image ID:\t${textAt(status, 'imageID')}\n` : '',
    `    Port${plural}:\t${port('containerPort')}\n`,
    `    Host Port${plural}:\t${port('hostPort')}\n`,
    listed('Command', container.command),
    listed('Args', container.args),
    status ? stateLines('State', at(status, 'state')) : '',
    status ? stateLines('Last State', at(status, 'lastState')) : '',
    status
      ? `    Ready:\t${status.ready === true ? 'True' : 'False'}\n    Restart Count:\t${textAt(status, 'restartCount') || 0}\n`
      : '',
    amounts('Limits', at(container, 'resources', 'limits')),
    amounts('Requests', at(container, 'resources', 'requests')),
    environment(container),
    mounts(container),
  ].join('');
};
