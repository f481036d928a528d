import { events } from '../../../kubernetes/kinds/events.ts';
import { apiVersionOf, type Kind } from '../../../kubernetes/kinds/kind.ts';
import { clock, type Run } from '../../program.ts';
import { type Call, type Command, FILENAME, SELECTOR } from '../command.ts';
import { eventLines } from '../describe/events.ts';
import { descriptionOf } from '../describe/index.ts';
import { throwAll } from '../errors.ts';
import { ApiFailure, KubectlFailure } from '../failure.ts';
import { listFailure } from '../list-failure.ts';
import { readManifests } from '../manifest.ts';
import { pathOf, targetsOf } from '../mapper.ts';
import { type Json, listAt, nameOf, namespaceOf, textAt } from '../objects/json.ts';
import { DESCRIPTION, tabbed } from '../output/tab-writer.ts';

interface Wanted {
  readonly kind: Kind;
  readonly name: string | null;
  readonly namespace: string;
}

/** Objects to describe; `guessed` where their names only begin as asked: then a line ends each. */
interface Found {
  readonly objects: readonly Json[];
  readonly guessed: boolean;
}

function* wantedOf(call: Call): Run<Wanted[]> {
  if (call.flags.list('filename').length === 0)
    return targetsOf(call.args).map((t) => ({ ...t, namespace: call.namespace }));
  const { infos, errors } = yield* readManifests(call.process, call.flags, false);
  throwAll(errors);
  return infos;
}

/** The object of that name; where there is none, all whose names begin so. (kubectl: DescribeMatchingResources) */
function* named(call: Call, { kind, namespace }: Wanted, name: string): Run<Found> {
  try {
    return { objects: [(yield* call.client.request('GET', pathOf(kind, namespace, name))) as Json], guessed: false };
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.status.reason !== 'NotFound') throw error;
    const all = listAt(yield* call.client.request('GET', pathOf(kind, namespace)), 'items');
    const found = all.filter((object) => nameOf(object).startsWith(name));
    if (found.length === 0) throw error;
    return { objects: found, guessed: true };
  }
}

function* found(call: Call, wanted: Wanted): Run<Found> {
  if (wanted.name !== null) return yield* named(call, wanted, wanted.name);
  const namespace = call.flags.bool('all-namespaces') ? '' : wanted.namespace;
  const selector = call.flags.text('selector');
  const query = selector === '' ? '' : `?labelSelector=${encodeURIComponent(selector)}`;
  try {
    const list = yield* call.client.request('GET', pathOf(wanted.kind, namespace) + query);
    return { objects: listAt(list, 'items'), guessed: false };
  } catch (error) {
    throw listFailure(error, wanted.kind, selector, '');
  }
}

/** Events of a node name it as their object's uid too. (kubectl: pkg/describe/describe.go, NodeDescriber) */
const uidOf = (kind: Kind, object: Json): string =>
  kind.plural === 'nodes' ? nameOf(object) : textAt(object, 'metadata', 'uid');

function* described(call: Call, kind: Kind, listed: Json): Run<string> {
  const object = { ...listed, apiVersion: listed.apiVersion ?? apiVersionOf(kind), kind: kind.kind };
  const { wall } = yield* clock();
  const ask = (path: string): Run<unknown> => call.client.request('GET', path);
  const description = descriptionOf(kind.plural);
  const text = yield* description.describe(object, ask, wall);
  if (!description.events || !call.flags.bool('show-events')) return tabbed(text, DESCRIPTION);
  const about = `involvedObject.name=${nameOf(object)},involvedObject.uid=${uidOf(kind, object)}`;
  const path = `${pathOf(events, namespaceOf(object) || 'default')}?fieldSelector=${encodeURIComponent(about)}`;
  return tabbed(text + eventLines(listAt(yield* ask(path), 'items'), wall), DESCRIPTION);
}

/** `kubectl describe` */
export const describe: Command = {
  summary: 'Show an object with its events',
  usage: 'describe (TYPE [NAME…] | TYPE/NAME | -f FILE)',
  flags: {
    ...FILENAME,
    ...SELECTOR,
    'all-namespaces': { kind: 'bool', short: 'A', help: 'Objects of all namespaces' },
    'show-events': { kind: 'bool', otherwise: 'true', help: 'The events too' },
    'chunk-size': { kind: 'int', otherwise: '500', help: 'Objects an answer may hold' },
  },
  *run(call) {
    const { flags, process } = call;
    if (call.args.length === 0 && flags.list('filename').length === 0)
      throw new KubectlFailure(
        'error: You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.\n',
      );
    const errors: unknown[] = [];
    let first = true;
    for (const wanted of yield* wantedOf(call)) {
      try {
        const { objects, guessed } = yield* found(call, wanted);
        for (const object of objects) {
          const text = yield* described(call, wanted.kind, object);
          process.out(guessed ? `${text}\n` : `${first ? '' : '\n\n'}${text}`);
          first = false;
        }
      } catch (error) {
        if (error instanceof KubectlFailure) throw error;
        errors.push(error);
      }
    }
    if (first && errors.length === 0)
      process.err(
        flags.bool('all-namespaces') ? 'No resources found\n' : `No resources found in ${call.namespace} namespace.\n`,
      );
    throwAll(errors);
    return 0;
  },
};
