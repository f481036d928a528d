import type { Place } from '../message.ts';
import type { Reporter } from './reporter.ts';

/** One `key=value` of a `{…}` list, with the place of its first character. */
export interface Attribute {
  readonly key: string;
  readonly value: string;
  readonly place: Place;
}

/** The content of `{#id key=value key="two words"}`. */
export interface Attributes {
  readonly id: string | null;
  readonly place: Place;
  readonly list: readonly Attribute[];
}

const TOKEN = /#([^\s{}"=]*)|([A-Za-z][\w-]*)(?:=("[^"]*"|"[^"]*$|[^\s"]*))?|(\S+)/g;
const ID = /^[a-z0-9][a-z0-9-]*$/;

/** The attribute list at the end of a line of source: the text between its braces and where that text starts. */
export const trailingBraces = (
  line: string,
): { readonly before: string; readonly inside: string; readonly at: number } | null => {
  const match = /^(.*?)\s*\{((?:#|[A-Za-z][\w-]*=)[^{}]*)\}\s*$/s.exec(line);
  if (match === null) return null;
  const before = match[1]!;
  return { before, inside: match[2]!, at: line.indexOf('{', before.length) + 1 };
};

/**
 * Reads an attribute list.
 * @param text what stands between the braces
 * @param place where `text` starts
 */
export const readAttributes = (text: string, place: Place, report: Reporter): Attributes => {
  let id: string | null = null;
  const list: Attribute[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const at: Place = { line: place.line, column: place.column + match.index };
    const [whole, name, key, quoted, stray] = match;
    if (name !== undefined) {
      if (!ID.test(name)) {
        report.error(
          'read/id',
          at,
          `\`#${name}\` is not an id.`,
          'Use lower-case letters, digits and hyphens: `{#role-bindings}`.',
        );
      } else if (id !== null)
        report.error('read/id', at, 'A second id on one heading.', `Keep \`#${id}\` and remove this one.`);
      else id = name;
    } else if (stray !== undefined) {
      report.error(
        'read/attributes',
        at,
        `\`${stray}\` is neither \`#id\` nor \`key=value\`.`,
        'Put values with spaces in double quotes.',
      );
    } else if (quoted === undefined) {
      report.error('read/attributes', at, `\`${key}\` has no value.`, `Write \`${key}=value\`.`);
    } else if (quoted.startsWith('"') && (quoted.length === 1 || !quoted.endsWith('"'))) {
      report.error(
        'read/attributes',
        at,
        `The quotation mark after \`${key}=\` is never closed.`,
        `End the value with \`"\`: \`${whole}"\`.`,
      );
    } else if (list.some((a) => a.key === key)) {
      report.error('read/attributes', at, `\`${key}\` is given twice.`, 'Join both values with a comma.');
    } else list.push({ key: key!, value: quoted.replace(/^"|"$/g, ''), place: at });
  }
  return { id, place, list };
};

export const NO_ATTRIBUTES = (place: Place): Attributes => ({ id: null, place, list: [] });
