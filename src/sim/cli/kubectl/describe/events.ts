import { byText } from '../../../text/order.ts';
import { type Json, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';

/** How long ago an event was, and over which time when it came often. (kubectl: getInterval) */
export const eventAge = (event: Json, now: number): string => {
  const first = since(textAt(event, 'eventTime') || textAt(event, 'firstTimestamp'), now);
  if (event.series !== undefined && event.series !== null)
    return `${since(textAt(event, 'series', 'lastObservedTime'), now)} (x${textAt(event, 'series', 'count')} over ${first})`;
  const count = Number(textAt(event, 'count') || 1);
  return count > 1 ? `${since(textAt(event, 'lastTimestamp'), now)} (x${count} over ${first})` : first;
};

/** The events of an object at the end of its description. (kubectl: pkg/describe/describe.go, DescribeEvents) */
export const eventLines = (events: readonly Json[], now: number): string => {
  if (events.length === 0) return 'Events:\t<none>\n';
  const rows = events
    .toSorted((a, b) => byText(textAt(a, 'lastTimestamp'), textAt(b, 'lastTimestamp')))
    .map((e) =>
      [
        textAt(e, 'type'),
        textAt(e, 'reason'),
        eventAge(e, now),
        textAt(e, 'source', 'component') || textAt(e, 'reportingComponent'),
        textAt(e, 'message').trim(),
      ].join('\t'),
    );
  return [
    'Events:',
    '  Type\tReason\tAge\tFrom\tMessage',
    '  ----\t------\t----\t----\t-------',
    ...rows.map((r) => `  ${r}`),
    '',
  ].join('\n');
};
