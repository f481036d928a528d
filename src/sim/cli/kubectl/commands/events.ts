/** `kubectl events`. Source: kubectl: pkg/cmd/events/{events,event_printer}.go. */
import { events as eventsKind } from '../../../kubernetes/kinds/events.ts';
import { apiVersionOf } from '../../../kubernetes/kinds/kind.ts';
import { byText } from '../../../text/order.ts';
import { clock } from '../../program.ts';
import { type Call, type Command, OUTPUT } from '../command.ts';
import { eventAge } from '../describe/events.ts';
import { failed } from '../failure.ts';
import { pathOf, targetsOf } from '../mapper.ts';
import { type Json, listAt, namespaceOf, textAt } from '../objects/json.ts';
import { isStructured, structured } from '../output/structured.ts';
import { TABLE, tabbed } from '../output/tab-writer.ts';
import { lastSeen } from '../printers/events.ts';

const TYPES = ['normal', 'warning'];
const HEADINGS = ['LAST SEEN', 'TYPE', 'REASON', 'OBJECT', 'MESSAGE'];

/** The object that `--for` names, as a field selector. @throws KubectlFailure */
const about = (typed: string): string => {
  const [target] = typed.includes('/') ? targetsOf([typed]) : [];
  if (!target?.name) throw failed('--for must be in resource/name form');
  const { kind, name } = target;
  return `involvedObject.kind=${kind.kind},involvedObject.apiVersion=${apiVersionOf(kind)},involvedObject.name=${name}`;
};

const row = (call: Call, event: Json, now: number): string =>
  [
    ...(call.flags.bool('all-namespaces') ? [namespaceOf(event)] : []),
    eventAge(event, now),
    textAt(event, 'type'),
    textAt(event, 'reason'),
    `${textAt(event, 'involvedObject', 'kind')}/${textAt(event, 'involvedObject', 'name')}`,
    textAt(event, 'message').trim(),
  ].join('\t');

export const events: Command = {
  summary: 'Show what has happened, the oldest first',
  usage: 'events [--for TYPE/NAME] [--types=Warning]',
  flags: {
    ...OUTPUT,
    'all-namespaces': { kind: 'bool', short: 'A', help: 'Those of all namespaces' },
    for: { kind: 'text', help: 'Those of one object' },
    types: { kind: 'list', help: 'Normal or Warning' },
    'no-headers': { kind: 'bool', help: 'No headings' },
  },
  *run(call) {
    const { client, flags, process } = call;
    const types = flags.list('types').map((type) => type.toLowerCase());
    if (types.some((type) => !TYPES.includes(type))) throw failed('valid --types are Normal or Warning');
    const everywhere = flags.bool('all-namespaces');
    const query = flags.text('for') === '' ? '' : `?fieldSelector=${encodeURIComponent(about(flags.text('for')))}`;
    const list = yield* client.request('GET', pathOf(eventsKind, everywhere ? '' : call.namespace) + query);
    const found = listAt(list, 'items')
      .filter((event) => types.length === 0 || types.includes(textAt(event, 'type').toLowerCase()))
      .toSorted((a, b) => byText(lastSeen(a), lastSeen(b)));
    if (found.length === 0) {
      process.err(everywhere ? 'No events found.\n' : `No events found in ${call.namespace} namespace.\n`);
      return 0;
    }
    const format = flags.text('output');
    if (isStructured(format)) {
      const items = found.map((event) => ({ ...event, apiVersion: 'v1', kind: 'Event' }));
      process.out(structured(format, { apiVersion: 'v1', kind: 'List', metadata: { resourceVersion: '' }, items }));
      return 0;
    }
    const { wall } = yield* clock();
    const headings = [...(everywhere ? ['NAMESPACE'] : []), ...HEADINGS].join('\t');
    const rows = found.map((event) => row(call, event, wall));
    process.out(tabbed([...(flags.bool('no-headers') ? [] : [headings]), ...rows, ''].join('\n'), TABLE));
    return 0;
  },
};
