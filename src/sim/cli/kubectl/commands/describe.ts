import { events } from '../../../kubernetes/kinds/events.ts';
import { clock } from '../../program.ts';
import { type Command, SELECTOR } from '../command.ts';
import { eventLines } from '../describe/events.ts';
import { describeGeneric } from '../describe/generic.ts';
import { describePlain } from '../describe/plain.ts';
import { describePod } from '../describe/pod.ts';
import { describeServiceAccount } from '../describe/service-account.ts';
import { failed } from '../failure.ts';
import { pathOf, targetsOf } from '../mapper.ts';
import { type Json, listAt, nameOf, namespaceOf, textAt } from '../objects/json.ts';
import { DESCRIPTION, tabbed } from '../output/tab-writer.ts';

/** Descriptions by plural. A new one is a file in `describe/` and a name here. */
const DESCRIBERS: Readonly<Record<string, (object: Json) => string>> = {
  pods: describePod,
  serviceaccounts: describeServiceAccount,
};

/** `kubectl describe` */
export const describe: Command = {
  summary: 'Show an object with its events',
  usage: 'describe (TYPE [NAME…] | TYPE/NAME)',
  flags: {
    ...SELECTOR,
    'all-namespaces': { kind: 'bool', short: 'A', help: 'Objects of all namespaces' },
    'show-events': { kind: 'bool', otherwise: 'true', help: 'The events too' },
  },
  *run(call) {
    const { client, flags, process } = call;
    if (call.args.length === 0)
      throw failed(
        'You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.',
      );
    const texts: string[] = [];
    const selector = flags.text('selector');
    for (const { kind, name } of targetsOf(call.args)) {
      const namespace = flags.bool('all-namespaces') ? '' : call.namespace;
      const query = selector === '' ? '' : `?labelSelector=${encodeURIComponent(selector)}`;
      const found =
        name === null
          ? listAt(yield* client.request('GET', pathOf(kind, namespace) + query), 'items')
          : [(yield* client.request('GET', pathOf(kind, call.namespace, name))) as Json];
      for (const object of found) {
        let text = (DESCRIBERS[kind.plural] ?? (kind.custom ? describeGeneric : describePlain))(object);
        if (flags.bool('show-events')) {
          const about = `involvedObject.name=${nameOf(object)},involvedObject.uid=${textAt(object, 'metadata', 'uid')}`;
          const path = `${pathOf(events, namespaceOf(object) || 'default')}?fieldSelector=${encodeURIComponent(about)}`;
          const seen = listAt(yield* client.request('GET', path), 'items');
          text += eventLines(seen, (yield* clock()).wall);
        }
        texts.push(tabbed(text, DESCRIPTION));
      }
    }
    if (texts.length === 0) process.err(`No resources found in ${call.namespace} namespace.\n`);
    process.out(texts.join('\n\n'));
    return 0;
  },
};
