import { type Json, listAt, textAt } from '../objects/json.ts';
import { annotationLines, headLines, labelLines } from './text.ts';

const addresses = (subset: Json, field: string): string =>
  listAt(subset, field)
    .map((a) => textAt(a, 'ip'))
    .join(',') || '<none>';

const subsetLines = (subset: Json): string => {
  const ports = listAt(subset, 'ports').map(
    (p) => `    ${textAt(p, 'name') || '<unset>'}\t${textAt(p, 'port')}\t${textAt(p, 'protocol')}\n`,
  );
  const table =
    ports.length === 0 ? '' : `  Ports:\n    Name\tPort\tProtocol\n    ----\t----\t--------\n${ports.join('')}`;
  return `  Addresses:\t${addresses(subset, 'addresses')}\n  NotReadyAddresses:\t${addresses(subset, 'notReadyAddresses')}\n${table}\n`;
};

/** Endpoints. (kubectl: pkg/describe/describe.go, describeEndpoints) */
export const describeEndpoints = (endpoints: Json): string =>
  `${headLines(endpoints)}${labelLines(endpoints)}${annotationLines(endpoints)}Subsets:\n${listAt(endpoints, 'subsets').map(subsetLines).join('')}`;
