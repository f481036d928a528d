/** Functions that ask Consul or Nomad. The model has neither, so each only marks its dependency. */
import type { ForeignApi } from '../../dependency/dependency.ts';
import * as foreign from '../../dependency/foreign.ts';
import { GoError } from '../../exec/errors.ts';
import type { Call, GoFunction } from '../../values/function.ts';
import { ANY, BOOL, STRING, STRINGS, type Type } from '../../values/type.ts';
import { bool, textOf, toInterface, type Value, value, zero } from '../../values/value.ts';
import { define, defineRaw, type Functions } from '../define.ts';
import * as types from './foreign-types.ts';

const ask = (call: Call, dependency: ForeignApi): void => {
  call.around.recall(dependency);
};

const empty = (type: Type): Value => value(type, []);

/** `func(...string)`: the words joined make the query. */
const joined = (result: Type, missing: Value, make: (text: string) => ForeignApi, glue = ''): GoFunction =>
  defineRaw(
    [STRING],
    result,
    (call, ...words) => {
      ask(call, make(words.map(textOf).join(glue)));
      return missing;
    },
    true,
  );

/** `func(string)` with nothing asked for an empty word. */
const keyed = (result: Type, missing: Value, make: (text: string) => ForeignApi): GoFunction =>
  defineRaw([STRING], result, (call, word) => {
    if (textOf(word) !== '') ask(call, make(textOf(word)));
    return missing;
  });

const services = (connect: boolean): GoFunction =>
  defineRaw(
    [STRING],
    types.HEALTH_SERVICES,
    (call, ...words) => {
      if (words.length > 0 && textOf(words[0]!) !== '')
        ask(call, foreign.healthService(words.map(textOf).join('|'), connect));
      return empty(types.HEALTH_SERVICES);
    },
    true,
  );

const pairs = (): GoFunction => keyed(types.PAIRS, empty(types.PAIRS), (text) => foreign.keyValue(text, 'kv.list'));

const chosen = (params: readonly (Value | null)[]): ForeignApi => {
  const text = (at: number, name: string): string => {
    const param = params[at];
    if (param?.type !== STRING) throw new GoError(`expected string for <${name}> argument`);
    return textOf(param);
  };
  if (params.length === 1) return foreign.nomadService(text(0, 'service'), '');
  if (params.length !== 3) throw new GoError('expected arguments <service> or <count> <key> <service>');
  if (params[0]?.type.name !== 'int') throw new GoError('expected integer for <count> argument');
  return foreign.nomadService(text(2, 'service'), `${params[0].data}|${text(1, 'key')}`);
};

const nothing = value(ANY, null);

export const foreignFunctions: Functions = {
  key: keyed(STRING, value(STRING, ''), (text) => foreign.keyValue(text, 'kv.block')),
  keyExists: keyed(BOOL, bool(false), (text) => foreign.keyValue(text, 'kv.get')),
  keyOrDefault: define('string string', 'string', (call, key, otherwise) => {
    if (key !== '') ask(call, foreign.keyValue(key, 'kv.get'));
    return otherwise;
  }),
  ls: pairs(),
  safeLs: pairs(),
  tree: pairs(),
  safeTree: pairs(),
  service: services(false),
  connect: services(true),
  services: joined(types.CATALOG_SERVICES, empty(types.CATALOG_SERVICES), foreign.catalogServices),
  node: joined(ANY, nothing, foreign.catalogNode),
  nodes: joined(types.NODES, empty(types.NODES), foreign.catalogNodes),
  peerings: joined(types.PEERINGS, empty(types.PEERINGS), foreign.peerings),
  partitions: defineRaw([], types.PARTITIONS, (call) => {
    ask(call, foreign.partitions());
    return empty(types.PARTITIONS);
  }),
  exportedServices: defineRaw(
    [STRING],
    types.EXPORTED,
    (call, ...words) => {
      if (words.length > 1) throw new GoError('exportedServices: wrong number of arguments, expected 0 or 1');
      ask(call, foreign.exportedServices(words.map(textOf).join('')));
      return empty(types.EXPORTED);
    },
    true,
  ),
  datacenters: defineRaw(
    [BOOL],
    STRINGS,
    (call, ...flags) => {
      if (flags.length > 1)
        throw new GoError(`datacenters: wrong number of arguments, expected 0 or 1, but got ${flags.length}`);
      ask(call, foreign.datacenters());
      return empty(STRINGS);
    },
    true,
  ),
  caRoots: joined(types.ROOTS, zero(types.ROOTS), foreign.connectRoots),
  caLeaf: defineRaw(
    [STRING],
    ANY,
    (call, ...words) => {
      if (words.length > 0 && textOf(words[0]!) !== '') ask(call, foreign.connectLeaf(textOf(words[0]!)));
      return nothing;
    },
    true,
  ),
  nomadServices: joined(types.NOMAD_SERVICES, zero(types.NOMAD_SERVICES), foreign.nomadServices),
  nomadService: defineRaw(
    [ANY],
    types.NOMAD_SERVICE,
    (call, ...params) => {
      ask(call, chosen(params.map(toInterface)));
      return zero(types.NOMAD_SERVICE);
    },
    true,
  ),
  nomadVar: keyed(types.NOMAD_ITEMS, zero(types.NOMAD_ITEMS), (text) => foreign.nomadVariable(text, 'nomad.var.block')),
  nomadVarExists: keyed(BOOL, bool(false), (text) => foreign.nomadVariable(text, 'nomad.var.get')),
  nomadVarList: variables(),
  nomadVarListSafe: variables(),
  byKey: defineRaw([types.PAIRS], types.PAIRS_BY_KEY, () => value(types.PAIRS_BY_KEY, new Map())),
  byMeta: defineRaw([STRING, types.HEALTH_SERVICES], types.SERVICES_BY_META, () =>
    value(types.SERVICES_BY_META, new Map()),
  ),
  byPort: grouped('byPort', types.BY_PORT, [types.HEALTH_SERVICES, types.NOMAD_SERVICE]),
  byTag: grouped('byTag', types.BY_TAG, [
    types.CATALOG_SERVICES,
    types.HEALTH_SERVICES,
    types.NOMAD_SERVICES,
    types.NOMAD_SERVICE,
  ]),
};

function variables(): GoFunction {
  return defineRaw(
    [STRING],
    types.NOMAD_VARIABLES,
    (call, ...words) => {
      if (words.length > 1) {
        const shown = words.map(textOf).join(' ');
        throw new GoError(
          `nomadVarList takes either a single "prefix" parameter or none for all available variables; got: [${shown}]`,
        );
      }
      ask(call, foreign.nomadVariables(words.map(textOf).join('')));
      return empty(types.NOMAD_VARIABLES);
    },
    true,
  );
}

function grouped(name: string, result: Type, accepted: readonly Type[]): GoFunction {
  return defineRaw([ANY], result, (_, given) => {
    const v = toInterface(given);
    if (v !== null && !accepted.includes(v.type)) throw new GoError(`${name}: wrong argument type ${v.type.name}`);
    return value(result, new Map());
  });
}
