/** `kubectl api-resources`. Source: kubectl: pkg/cmd/apiresources/apiresources.go. */
import { byText } from '../../../../text/order.ts';
import type { Run } from '../../../program.ts';
import type { Client } from '../../client.ts';
import { type Call, type Command, OUTPUT } from '../../command.ts';
import { ApiFailure, failed, misused } from '../../failure.ts';
import { at, type Json, listAt, textAt } from '../../objects/json.ts';
import { TABLE, tabbed } from '../../output/tab-writer.ts';
import { groupVersions } from './versions.ts';

interface Resource {
  readonly group: string;
  readonly version: string;
  readonly resource: Json;
}

function* resourcesOf(client: Client, version: string): Run<Resource[]> {
  try {
    const list = yield* client.request('GET', version.includes('/') ? `/apis/${version}` : `/api/${version}`);
    const group = version.includes('/') ? (version.split('/')[0] ?? '') : '';
    return listAt(list, 'resources').map((resource) => ({ group, version, resource }));
  } catch (error) {
    // A group that is listed but not modelled has no resources.
    if (error instanceof ApiFailure) return [];
    throw error;
  }
}

const texts = (resource: Json, field: string): readonly string[] => (resource[field] ?? []) as readonly string[];

const wanted = ({ flags }: Call, { group, resource }: Resource): boolean => {
  if (textAt(resource, 'name').includes('/') || texts(resource, 'verbs').length === 0) return false;
  if (flags.has('api-group') && group !== flags.text('api-group')) return false;
  if (flags.has('namespaced') && at({ resource }, 'resource').namespaced !== flags.bool('namespaced')) return false;
  if (flags.list('verbs').some((verb) => !texts(resource, 'verbs').includes(verb))) return false;
  return flags.list('categories').every((category) => texts(resource, 'categories').includes(category));
};

const cells = ({ version, resource }: Resource, wide: boolean): string[] => [
  textAt(resource, 'name'),
  texts(resource, 'shortNames').join(','),
  version,
  String(resource.namespaced === true),
  textAt(resource, 'kind'),
  ...(wide ? [texts(resource, 'verbs').join(','), texts(resource, 'categories').join(',')] : []),
];

const HEADINGS = ['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND'];

export const apiResources: Command = {
  summary: 'Show the resources of the API',
  usage: 'api-resources',
  flags: {
    ...OUTPUT,
    'api-group': { kind: 'text', help: 'Resources of this group' },
    namespaced: { kind: 'bool', otherwise: 'true', help: 'Those within namespaces, or with =false those outside' },
    verbs: { kind: 'list', help: 'Those with these verbs' },
    categories: { kind: 'list', help: 'Those of these categories' },
    'no-headers': { kind: 'bool', help: 'No headings' },
    'sort-by': { kind: 'text', help: 'name or kind' },
  },
  *run(call) {
    const { args, client, flags, process } = call;
    if (args.length > 0) throw misused('api-resources', `unexpected arguments: [${args.join(' ')}]`);
    const output = flags.text('output');
    if (!['', 'wide', 'name'].includes(output)) throw failed(`--output ${output} is not available`);
    const sort = flags.text('sort-by');
    if (!['', 'name', 'kind'].includes(sort)) throw failed('--sort-by accepts only name or kind');
    const all: Resource[] = [];
    for (const version of yield* groupVersions(client)) all.push(...(yield* resourcesOf(client, version)));
    const order = (r: Resource): string =>
      sort === '' ? `${r.group}\0${textAt(r.resource, 'name')}` : textAt(r.resource, sort);
    const shown = all.filter((r) => wanted(call, r)).toSorted((a, b) => byText(order(a), order(b)));
    if (output === 'name') {
      const name = ({ group, resource }: Resource): string =>
        `${textAt(resource, 'name')}${group === '' ? '' : `.${group}`}\n`;
      process.out(shown.map(name).join(''));
      return 0;
    }
    const wide = output === 'wide';
    const headings = flags.bool('no-headers') ? [] : [[...HEADINGS, ...(wide ? ['VERBS', 'CATEGORIES'] : [])]];
    const rows = [...headings, ...shown.map((r) => cells(r, wide))];
    process.out(tabbed(rows.map((row) => `${row.join('\t')}\n`).join(''), TABLE));
    return 0;
  },
};
