import { type Json, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import { lastSeen } from '../printers/events.ts';

const age = (event: Json, now: number): string => {
  const count = Number(textAt(event, 'series', 'count') || textAt(event, 'count') || 1);
  const last = since(lastSeen(event), now);
  return count > 1 ? `${last} (x${count} over ${since(textAt(event, 'firstTimestamp'), now)})` : last;
};

/** The events of an object at the end of its description. (kubectl: pkg/describe/describe.go, DescribeEvents) */
export const eventLines = (events: readonly Json[], now: number): string => {
  if (events.length === 0) return 'Events:\t<none>\n';
  const rows = events.map((e) =>
    [
      textAt(e, 'type'),
      textAt(e, 'reason'),
      age(e, now),
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
