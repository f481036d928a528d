/** `kubectl wait`. Source: kubectl: pkg/cmd/wait/{wait,condition,json,delete,create}.go. */
import type { Kind } from '../../../kubernetes/kinds/kind.ts';
import { clock, type Run, sleep } from '../../program.ts';
import { type Call, type Command, SELECTOR } from '../command.ts';
import { ApiFailure, failed } from '../failure.ts';
import { pathOf, shortType, targetsOf } from '../mapper.ts';
import { type Json, listAt, nameOf } from '../objects/json.ts';
import { valuesAt } from '../output/json-path.ts';

/** Whether what is waited for has come; `null` stands for an object that is not there. */
type Test = (object: Json | null) => boolean;

const condition = (text: string): Test => {
  const [type = '', status = 'true'] = text.split('=');
  return (object) =>
    object !== null &&
    listAt(object, 'status', 'conditions').some(
      (c) =>
        String(c.type).toLowerCase() === type.toLowerCase() && String(c.status).toLowerCase() === status.toLowerCase(),
    );
};

const jsonPath = (text: string): Test => {
  const m = /^(['"]?)(\{.*\}|\.[^=]*)\1(?:=([\s\S]*))?$/.exec(text);
  if (!m)
    throw failed(
      "jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or --for=jsonpath='{.status.readyReplicas}'",
    );
  const path = (m[2] ?? '').replace(/^\{|\}$/g, '');
  const wanted = m[3]?.replace(/^(['"])([\s\S]*)\1$/, '$2');
  return (object) => {
    if (object === null) return false;
    const [value] = valuesAt(path, object);
    return value !== undefined && (wanted === undefined || String(value) === wanted);
  };
};

const testOf = (text: string): Test => {
  if (text === 'delete') return (object) => object === null;
  if (text === 'create') return (object) => object !== null;
  if (text.startsWith('condition=')) return condition(text.slice('condition='.length));
  if (text.startsWith('jsonpath=')) return jsonPath(text.slice('jsonpath='.length));
  throw failed(`unrecognized condition: ${JSON.stringify(text)}`);
};

interface One {
  readonly kind: Kind;
  readonly name: string;
}

function* objectsOf(call: Call): Run<One[]> {
  const selector = call.flags.text('selector');
  const found: One[] = [];
  for (const { kind, name } of targetsOf(call.args)) {
    if (name !== null) found.push({ kind, name });
    else {
      if (selector === '' && !call.flags.bool('all'))
        throw failed('resource(s) were provided, but no name was specified');
      const query = selector === '' ? '' : `?labelSelector=${encodeURIComponent(selector)}`;
      const items = listAt(yield* call.client.request('GET', pathOf(kind, call.namespace) + query), 'items');
      found.push(...items.map((item) => ({ kind, name: nameOf(item) })));
    }
  }
  return found;
}

function* present(call: Call, { kind, name }: One): Run<Json | null> {
  try {
    return (yield* call.client.request('GET', pathOf(kind, call.namespace, name))) as Json;
  } catch (error) {
    if (error instanceof ApiFailure && error.status.reason === 'NotFound') return null;
    throw error;
  }
}

export const wait: Command = {
  summary: 'Wait until objects are in a state',
  usage: 'wait (TYPE NAME | TYPE/NAME | TYPE -l LABEL) --for=(condition=NAME | jsonpath=PATH=VALUE | delete | create)',
  flags: {
    ...SELECTOR,
    for: { kind: 'text', help: 'What to wait for' },
    timeout: { kind: 'duration', otherwise: '30s', help: 'Longest wait for each object' },
    all: { kind: 'bool', help: 'All objects of the kind in the namespace' },
  },
  *run(call) {
    const wanted = call.flags.text('for');
    const test = testOf(wanted);
    if (call.args.length === 0) throw failed('arguments in resource/name form must have a single resource and name');
    const objects = yield* objectsOf(call);
    if (objects.length === 0) {
      if (wanted === 'delete') return 0;
      throw failed('no matching resources found');
    }
    const late: string[] = [];
    const timeout = call.flags.duration('timeout');
    const started = (yield* clock()).wall;
    for (const one of objects) {
      let object = yield* present(call, one);
      // What is gone already is not spoken of. (kubectl: pkg/cmd/wait/wait.go, RunWait)
      if (object === null && wanted.toLowerCase() === 'delete') continue;
      if (object === null && wanted !== 'delete' && wanted !== 'create')
        throw new ApiFailure({
          kind: 'Status',
          apiVersion: 'v1',
          metadata: {},
          status: 'Failure',
          reason: 'NotFound',
          code: 404,
          message: `${one.kind.plural}${one.kind.group === '' ? '' : `.${one.kind.group}`} ${JSON.stringify(one.name)} not found`,
        });
      while (!test(object) && (yield* clock()).wall - started < timeout) {
        yield* sleep(1000);
        object = yield* present(call, one);
      }
      if (test(object)) call.process.out(`${shortType(one.kind)}/${one.name} condition met\n`);
      else if (object === null && wanted === 'create') throw failed('timed out waiting for the condition');
      else late.push(`timed out waiting for the condition on ${one.kind.plural}/${one.name}`);
    }
    if (late.length > 0) throw failed(late.join('\nerror: '));
    return 0;
  },
};
