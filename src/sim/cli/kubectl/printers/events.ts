import { type Json, nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import type { Printer } from './printer.ts';

/** When an event was last seen: new ones have `eventTime` alone. */
export const lastSeen = (event: Json): string =>
  textAt(event, 'series', 'lastObservedTime') || textAt(event, 'lastTimestamp') || textAt(event, 'eventTime');
const firstSeen = (event: Json): string => textAt(event, 'firstTimestamp') || textAt(event, 'eventTime');

const source = (event: Json): string => {
  const host = textAt(event, 'source', 'host');
  const component = textAt(event, 'source', 'component') || textAt(event, 'reportingComponent');
  return host === '' ? component : `${component}, ${host}`;
};

export const events: Printer = {
  columns: ['LAST SEEN', 'TYPE', 'REASON', 'OBJECT', 'MESSAGE'],
  wide: ['SUBOBJECT', 'SOURCE', 'FIRST SEEN', 'COUNT', 'NAME'],
  // The message comes before the wide columns in the model's order; kubectl puts SUBOBJECT and SOURCE before it.
  row: (event, now) => [
    since(lastSeen(event), now),
    textAt(event, 'type'),
    textAt(event, 'reason'),
    `${textAt(event, 'involvedObject', 'kind').toLowerCase()}/${textAt(event, 'involvedObject', 'name')}`,
    textAt(event, 'message').trim(),
    textAt(event, 'involvedObject', 'fieldPath'),
    source(event),
    since(firstSeen(event), now),
    textAt(event, 'series', 'count') || textAt(event, 'count') || '1',
    nameOf(event),
  ],
};
