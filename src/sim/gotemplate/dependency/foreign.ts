/**
 * Dependencies on Consul and Nomad: the words a template may write, their names in logs and the first request. Source:
 * consul-template 0.39.1, package dependency. Inputs are byte strings of which only ASCII passes the patterns.
 */
import { GoError } from '../exec/errors.ts';
import { queryEscape } from '../functions/builtin/escape.ts';
import { quote } from '../strconv/quote.ts';
import { trim, trimSpace } from '../text/unicode.ts';
import { toText } from '../text/utf8.ts';
import type { ForeignApi } from './dependency.ts';

const W = '[0-9A-Za-z_]';
const DC = `(@(?<dc>[0-9A-Za-z_.-]+))?`;
const QUERY = `(\\?(?<query>[0-9A-Za-z_=&-]+))?`;
const NEAR = `(~(?<near>[0-9A-Za-z_.-]+))?`;
const KEY = `/?(?<key>[^@?]+)`;
const TAG = `((?<tag>[0-9A-Za-z_=:.-]+)\\.)?`;
const NAME = `(?<name>[0-9A-Za-z_-]+)`;
const FILTER = `(\\|(?<filter>(${W}|,)+))?`;
const REGION = `(@(?<region>[0-9A-Za-z_.-]+))?`;
const VARIABLE = `(@(?<namespace>([0-9A-Za-z_-]+|\\*)))?(\\.(?<region>[0-9A-Za-z_-]+))?`;

const PATTERNS = {
  key: new RegExp(`^${KEY}${QUERY}${DC}$`),
  service: new RegExp(`^${TAG}${NAME}${QUERY}${DC}${NEAR}${FILTER}$`),
  node: new RegExp(`^(?<name>[0-9A-Za-z_.-]+)${QUERY}${DC}$`),
  nodes: new RegExp(`^${QUERY}${DC}${NEAR}$`),
  services: new RegExp(`^${QUERY}${DC}$`),
  peerings: new RegExp(`^${QUERY}$`),
  nomadService: new RegExp(`^${TAG}${NAME}${REGION}$`),
  nomadServices: new RegExp(`^${REGION}$`),
  variable: new RegExp(`^/?(?<path>[^@]+)${VARIABLE}$`),
  variables: new RegExp(`^/?(?<path>[^@]*)${VARIABLE}$`),
};

type Groups = Partial<
  Record<'dc' | 'query' | 'near' | 'key' | 'tag' | 'name' | 'filter' | 'region' | 'path' | 'namespace', string>
>;

const match = (pattern: RegExp, text: string, label: string): Groups => {
  const found = pattern.exec(text);
  if (!found) throw new GoError(`${label}: invalid format: ${quote(text)}`);
  return found.groups ?? {};
};

const SUPPORTED = ['ns', 'peer', 'partition', 'sameness-group'];

const options = (query: string | undefined, label: string): Record<string, string> => {
  const out: Record<string, string> = {};
  for (const pair of (query ?? '').split('&')) {
    if (pair === '') continue;
    const [key = '', ...rest] = pair.split('=');
    if (!SUPPORTED.includes(key)) {
      throw new GoError(
        `${label}: invalid query parameter key ${quote(key)} in query ${quote(query ?? '')}: supported keys: ${SUPPORTED.join()}`,
      );
    }
    out[key] ??= rest.join('=');
  }
  return out;
};

/** `@dc@partition=p@ns=n…` behind a name. */
const suffix = (groups: Groups, query: Readonly<Record<string, string>>): string => {
  const parts = [
    groups.dc,
    ...['partition', 'ns', 'peer', 'sameness-group'].map((key) => (query[key] ? `${key}=${query[key]}` : '')),
  ];
  return parts
    .filter(Boolean)
    .map((part) => `@${part}`)
    .join('');
};

const consul = (name: string, path: string, query: Readonly<Record<string, string | undefined>> = {}): ForeignApi => {
  const all: Record<string, string | undefined> = { ...query, stale: '', wait: '60000ms' };
  const keys = Object.keys(all)
    .filter((key) => all[key] !== undefined)
    .sort();
  return {
    type: 'consul',
    name: toText(name),
    url: `/v1/${path}?${keys.map((key) => `${key}=${queryEscape(all[key]!)}`).join('&')}`,
  };
};

const nomad = (name: string, path: string): ForeignApi => ({
  type: 'nomad',
  name: toText(name),
  url: `/v1/${path}?stale=&wait=60000ms`,
});

const named = (label: string, name: string): string => (name === '' ? label : `${label}(${name})`);

export const keyValue = (text: string, label: 'kv.block' | 'kv.get' | 'kv.list'): ForeignApi => {
  const kind = label === 'kv.list' ? 'kv.list' : 'kv.get';
  const groups = match(PATTERNS.key, text, kind);
  const query = options(groups.query, kind);
  const recurse = label === 'kv.list' ? '' : undefined;
  return consul(`${label}(${groups.key}${suffix(groups, query)})`, `kv/${groups.key}`, {
    dc: groups.dc,
    ns: query.ns,
    partition: query.partition,
    recurse,
  });
};

const HEALTH = ['any', 'passing', 'warning', 'critical', 'maintenance'];

export const healthService = (text: string, connect: boolean): ForeignApi => {
  const groups = match(PATTERNS.service, text, 'health.service');
  const filters = (groups.filter ?? 'passing')
    .split(',')
    .filter((filter) => filter !== '')
    .sort();
  const bad = filters.find((filter) => !HEALTH.includes(filter));
  if (bad !== undefined) throw new GoError(`health.service: invalid filter: ${quote(bad)} in ${quote(text)}`);
  const query = options(groups.query, 'health.service');
  if (query.peer && query['sameness-group'])
    throw new GoError('health.service: cannot specify both peer and sameness-group');
  const near = groups.near ? `~${groups.near}` : '';
  const shown = filters.length > 0 ? `|${filters.join()}` : '';
  const name = `${groups.tag ? `${groups.tag}.` : ''}${groups.name}${suffix(groups, query)}${near}${shown}`;
  const passing = filters.length === 1 && filters[0] === 'passing' ? '1' : undefined;
  const kind = connect ? 'connect' : 'service';
  return consul(`health.${kind}(${name})`, `health/${kind}/${groups.name}`, {
    dc: groups.dc,
    near: groups.near,
    passing,
    tag: groups.tag,
    ...query,
  });
};

export const catalogNode = (text: string): ForeignApi => {
  const groups = text === '' ? {} : match(PATTERNS.node, text, 'catalog.node');
  const name = (groups.name ?? '') + suffix(groups, options(groups.query, 'catalog.node'));
  return name === ''
    ? consul('catalog.node', 'agent/self')
    : consul(named('catalog.node', name), `catalog/node/${groups.name}`, { dc: groups.dc });
};

export const catalogNodes = (text: string): ForeignApi => {
  const groups = match(PATTERNS.nodes, text, 'catalog.nodes');
  const name = suffix(groups, options(groups.query, 'catalog.nodes')) + (groups.near ? `~${groups.near}` : '');
  return consul(named('catalog.nodes', name), 'catalog/nodes', { dc: groups.dc, near: groups.near });
};

export const catalogServices = (text: string): ForeignApi => {
  const groups = match(PATTERNS.services, text, 'catalog.services');
  return consul(
    named('catalog.services', suffix(groups, options(groups.query, 'catalog.services'))),
    'catalog/services',
    { dc: groups.dc },
  );
};

export const peerings = (text: string): ForeignApi => {
  const query = options(match(PATTERNS.peerings, text, 'list.peering').query, 'list.peering');
  return consul(query.partition ? `list.peerings?partition=${query.partition}` : 'list.peerings', 'peerings', {
    partition: query.partition,
  });
};

export const datacenters = (): ForeignApi => consul('catalog.datacenters', 'catalog/datacenters');
export const partitions = (): ForeignApi => consul('list.partitions', 'partitions');
export const connectRoots = (): ForeignApi => consul('connect.caroots', 'agent/connect/ca/roots');
export const connectLeaf = (service: string): ForeignApi =>
  consul(`connect.caleaf(${service})`, `agent/connect/ca/leaf/${service}`);
export const exportedServices = (partition: string): ForeignApi =>
  consul(`list.exportedServices(${partition})`, 'exported-services', {
    partition: partition === '' ? undefined : partition,
  });

export const nomadService = (text: string, choose: string): ForeignApi => {
  const groups = match(PATTERNS.nomadService, text, 'nomad.service');
  const name = `${groups.tag ? `${groups.tag}.` : ''}${groups.name}${groups.region ? `@${groups.region}` : ''}${choose ? `:${choose}` : ''}`;
  return nomad(`nomad.service(${name})`, `service/${groups.name}`);
};

export const nomadServices = (text: string): ForeignApi => {
  const { region } = match(PATTERNS.nomadServices, text, 'nomad.services');
  return nomad(region ? `nomad.services(@${region})` : 'nomad.services', 'services');
};

const place = (groups: Groups): string =>
  `${groups.path ?? ''}@${groups.namespace ?? 'default'}.${groups.region ?? 'global'}`;

export const nomadVariable = (text: string, label: 'nomad.var.block' | 'nomad.var.get'): ForeignApi => {
  const bare = trim(trimSpace(text), '/');
  const groups = bare === '' ? {} : match(PATTERNS.variable, bare, 'nomad.var.get');
  return nomad(`${label}(${place(groups)})`, `var/${groups.path ?? ''}`);
};

export const nomadVariables = (text: string): ForeignApi => {
  const groups = text === '' ? {} : match(PATTERNS.variables, text, 'nomad.var.list');
  const prefix = trim(groups.path ?? '', '/') === '' ? '' : groups.path!;
  return nomad(`nomad.var.list(${place({ ...groups, path: prefix })})`, 'vars');
};
