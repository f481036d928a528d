import { byText } from '../../../text/order.ts';
import { at, type Json, listAt, nameOf, namespaceOf, textAt } from '../objects/json.ts';
import { LAST_APPLIED } from '../objects/last-applied.ts';

/** Longest annotation that stays on one line, in characters. (kubectl: pkg/describe/describe.go, maxAnnotationLen) */
const LONGEST = 140;

/** RFC 1123 with a numeric zone, as describe shows times. */
export const longTime = (time: string): string => {
  const at0 = Date.parse(time);
  return Number.isNaN(at0) ? '<unset>' : new Date(at0).toUTCString().replace('GMT', '+0000');
};

const multiline = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? `${title}:\t<none>\n` : `${title}:\t${lines.join('\n\t')}\n`;

const pairs = (map: Json): [string, unknown][] => Object.entries(map).toSorted(([a], [b]) => byText(a, b));

/** `key=value`, one a line, under a title. (kubectl: printLabelsMultiline) */
export const mapLines = (title: string, map: Json): string =>
  multiline(
    title,
    pairs(map).map(([k, v]) => `${k}=${v}`),
  );

/** Labels, one a line. */
export const labelLines = (object: Json): string => mapLines('Labels', at(object, 'metadata', 'labels'));

const annotation = (key: string, given: string): string => {
  const value = given.replace(/\n$/, '');
  if (!value.includes('\n') && value.length + key.length + 2 <= LONGEST) return `${key}: ${value}`;
  const short = (line: string): string => (line.length > LONGEST - 2 ? `${line.slice(0, LONGEST - 2)}...` : line);
  return `${key}:\n\t  ${value.split('\n').map(short).join('\n\t  ')}`;
};

/** Annotations, one a line, without the one that `apply` keeps for itself. */
export const annotationLines = (object: Json, title = 'Annotations'): string =>
  multiline(
    title,
    pairs(at(object, 'metadata', 'annotations'))
      .filter(([k]) => k !== LAST_APPLIED)
      .map(([k, v]) => annotation(k, String(v))),
  );

/** The lines that begin most descriptions. */
export const headLines = (object: Json): string => `Name:\t${nameOf(object)}\nNamespace:\t${namespaceOf(object)}\n`;

/** The controller that owns an object, nothing where there is none. */
export const controllerLine = (object: Json): string => {
  const owner = listAt(object, 'metadata', 'ownerReferences').find((o) => o.controller === true);
  return owner ? `Controlled By:\t${textAt(owner, 'kind')}/${textAt(owner, 'name')}\n` : '';
};

/** A line for a value, nothing where there is none. */
export const optional = (title: string, value: string): string => (value === '' ? '' : `${title}:\t${value}\n`);
