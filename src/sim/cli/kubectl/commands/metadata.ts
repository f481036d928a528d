/** `kubectl label` and `kubectl annotate`. Source: kubectl: pkg/cmd/label/label.go, pkg/cmd/annotate/annotate.go. */
import { byText } from '../../../text/order.ts';
import { MERGE } from '../client.ts';
import { type Command, DRY_RUN, OUTPUT, SELECTOR } from '../command.ts';
import { failed } from '../failure.ts';
import { pathOf, shortType, targetsOf } from '../mapper.ts';
import { at, type Json, listAt, nameOf } from '../objects/json.ts';
import { dryRunOf, dryRunSuffix } from '../output/dry-run.ts';
import { structured } from '../output/structured.ts';

interface Field {
  readonly word: 'label' | 'annotate';
  readonly field: 'labels' | 'annotations';
  readonly done: string;
}

const isPair = (arg: string): boolean => /^[^=]+=/.test(arg) || /^[^/=]\S*-$/.test(arg);

/** Values to set, `null` to take away. */
const changesOf = (pairs: readonly string[]): Record<string, string | null> =>
  Object.fromEntries(
    pairs.map((pair): [string, string | null] => {
      if (!pair.includes('=')) return [pair.slice(0, -1), null];
      const [key = '', value = ''] = pair.split(/=(.*)/s);
      return [key, value];
    }),
  );

/** Keys that are both set and taken away. */
const conflicting = (pairs: readonly string[]): string[] =>
  pairs
    .filter((pair) => !pair.includes('=') && pairs.some((other) => other.startsWith(`${pair.slice(0, -1)}=`)))
    .map((pair) => pair.slice(0, -1));

/** What there is, one a line. (kubectl: pkg/cmd/label/label.go, --list) */
const pairLines = (map: Json): string =>
  Object.entries(map)
    .toSorted(([a], [b]) => byText(a, b))
    .map(([key, value]) => `${key}=${String(value)}\n`)
    .join('');

const command = ({ word, field, done }: Field): Command => ({
  summary: `Change the ${field} of objects`,
  usage: `${word} (TYPE NAME | TYPE/NAME) KEY=VALUE… KEY-…`,
  flags: {
    ...OUTPUT,
    ...SELECTOR,
    ...DRY_RUN,
    list: { kind: 'bool', help: 'Show them instead' },
    overwrite: { kind: 'bool', help: 'Replace values that are there' },
    all: { kind: 'bool', help: 'All objects of the kind in the namespace' },
  },
  *run(call) {
    const { flags, process, client } = call;
    const first = call.args.findIndex(isPair);
    const resources = first < 0 ? call.args : call.args.slice(0, first);
    const changes = changesOf(first < 0 ? [] : call.args.slice(first));
    if (resources.length === 0)
      throw failed(`one or more resources must be specified as <resource> <name> or <resource>/<name>`);
    if (first < 0 && !flags.bool('list'))
      throw failed(`at least one ${word === 'label' ? 'label' : 'annotation'} update is required`);
    const both = conflicting(first < 0 ? [] : call.args.slice(first));
    if (both.length > 0)
      throw failed(
        `can not both modify and remove the following ${word === 'label' ? 'label(s)' : 'annotation(s)'} in the same command: ${both.join(', ')}`,
      );
    const dryRun = dryRunOf(flags);
    const selector = flags.text('selector');
    for (const { kind, name } of targetsOf(resources)) {
      if (name === null && selector === '' && !flags.bool('all'))
        throw failed('resource(s) were provided, but no name was specified');
      const query = selector === '' ? '' : `?labelSelector=${encodeURIComponent(selector)}`;
      const found =
        name === null
          ? listAt(yield* client.request('GET', pathOf(kind, call.namespace) + query), 'items')
          : [(yield* client.request('GET', pathOf(kind, call.namespace, name))) as Json];
      for (const object of found) {
        const old = at(object, 'metadata', field);
        if (flags.bool('list')) {
          process.out(pairLines(old));
          continue;
        }
        const taken = Object.entries(changes).filter(([k, v]) => v !== null && Object.hasOwn(old, k) && old[k] !== v);
        if (taken.length > 0 && !flags.bool('overwrite')) {
          const text = taken.map(([k]) => `'${k}' already has a value (${old[k]})`).join('; ');
          throw failed(
            word === 'label'
              ? `${text}, and --overwrite is false`
              : `--overwrite is false but found the following declared annotation(s): ${text}`,
          );
        }
        const real = Object.entries(changes).filter(([k, v]) => (v === null ? Object.hasOwn(old, k) : old[k] !== v));
        let now = object;
        if (real.length > 0 && dryRun !== 'client') {
          const path = pathOf(kind, call.namespace, nameOf(object)) + (dryRun === 'server' ? '?dryRun=All' : '');
          now = (yield* client.request(
            'PATCH',
            path,
            { metadata: { [field]: Object.fromEntries(real) } },
            MERGE,
          )) as Json;
        }
        const only = Object.values(changes).every((v) => v === null);
        const verb = word === 'annotate' ? done : real.length === 0 ? 'not labeled' : only ? 'unlabeled' : done;
        if (flags.text('output') !== '') process.out(structured(flags.text('output'), now));
        else process.out(`${shortType(kind)}/${nameOf(object)} ${verb}${dryRunSuffix(dryRun)}\n`);
      }
    }
    return 0;
  },
});

export const label = command({ word: 'label', field: 'labels', done: 'labeled' });
export const annotate = command({ word: 'annotate', field: 'annotations', done: 'annotated' });
