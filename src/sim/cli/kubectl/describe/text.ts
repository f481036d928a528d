import { byText } from '../../../text/order.ts';
import { at, type Json } from '../objects/json.ts';
import { LAST_APPLIED } from '../objects/last-applied.ts';

/** RFC 1123 with a numeric zone, as describe shows times. */
export const longTime = (time: string): string => {
  const at0 = Date.parse(time);
  return Number.isNaN(at0) ? '<unset>' : new Date(at0).toUTCString().replace('GMT', '+0000');
};

const multiline = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? `${title}:\t<none>\n` : `${title}:\t${lines.join('\n\t')}\n`;

const pairs = (map: Json): [string, unknown][] => Object.entries(map).toSorted(([a], [b]) => byText(a, b));

/** Labels, one a line. */
export const labelLines = (object: Json): string =>
  multiline(
    'Labels',
    pairs(at(object, 'metadata', 'labels')).map(([k, v]) => `${k}=${v}`),
  );

/** Annotations, one a line, without the one that `apply` keeps for itself. */
export const annotationLines = (object: Json): string =>
  multiline(
    'Annotations',
    pairs(at(object, 'metadata', 'annotations'))
      .filter(([k]) => k !== LAST_APPLIED)
      .map(([k, v]) =>
        String(v).includes('\n') ? `${k}:\n\t  ${String(v).trim().replaceAll('\n', '\n\t  ')}` : `${k}: ${v}`,
      ),
  );
