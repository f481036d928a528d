/** String functions of consul-template (template/funcs.go). The piped value is the last argument. */
import { GoError } from '../../exec/errors.ts';
import { compile } from '../../regexp/regexp.ts';
import { isLetter, lower, mapRunes, titleRune, trim, trimSpace, upper } from '../../text/unicode.ts';
import { TEXTS } from '../../values/type.ts';
import { object, str } from '../../values/value.ts';
import { define, type Functions } from '../define.ts';
import { joinTexts, replaceText, splitText } from '../text-tools.ts';

/** Letters after anything but a letter, digit or apostrophe; the rest of a word stays as it is. */
export const titleWords = (text: string): string => {
  let inside = false;
  return mapRunes(text, (rune) => {
    const letter = isLetter(rune);
    const changed = letter && !inside ? titleRune(rune) : rune;
    inside = letter || (inside && /[\p{N}\p{M}_'’]/u.test(String.fromCodePoint(rune)));
    return changed;
  });
};

const indent = (charge: (units: number) => void, spaces: number, text: string): string => {
  if (spaces < 0) throw new GoError('indent value must be a positive integer');
  charge(spaces * (text.split('\n').length + 1));
  return text.replace(/^(?=[^\n])/gm, ' '.repeat(spaces));
};

export const stringFunctions: Functions = {
  indent: define('int string', 'string', (call, spaces, text) =>
    indent((units) => call.meter.charge(units), spaces, text),
  ),
  join: define('string []string', 'string', (call, separator, items) => joinTexts(call.meter, items, separator)),
  split: define('string string', '[]string', (call, separator, text) =>
    trimSpace(text) === '' ? [] : splitText(call.meter, trimSpace(text), separator),
  ),
  splitToMap: define('string string string', 'map[string]string', (call, first, second, text) => {
    const parts = trimSpace(text) === '' ? [] : splitText(call.meter, trimSpace(text), first);
    const pairs = parts
      .filter((part) => part.includes(second))
      .map((part) => {
        const at = part.indexOf(second);
        return [part.slice(0, at), str(part.slice(at + second.length))] as const;
      });
    return object(pairs, TEXTS);
  }),
  trim: define('string string', 'string', (_, cutset, text) => trim(text, cutset)),
  trimPrefix: define('string string', 'string', (_, prefix, text) =>
    text.startsWith(prefix) ? text.slice(prefix.length) : text,
  ),
  trimSuffix: define('string string', 'string', (_, suffix, text) =>
    text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text,
  ),
  trimSpace: define('string', 'string', (_, text) => trimSpace(text)),
  toLower: define('string', 'string', (_, text) => lower(text)),
  toUpper: define('string', 'string', (_, text) => upper(text)),
  toTitle: define('string', 'string', (_, text) => titleWords(text)),
  replaceAll: define('string string string', 'string', (call, from, to, text) =>
    replaceText(call.meter, text, from, to, -1),
  ),
  regexMatch: define('string string', 'bool', (call, pattern, text) => compile(pattern).test(call.meter, text)),
  regexReplaceAll: define('string string string', 'string', (call, pattern, replacement, text) =>
    compile(pattern).replace(call.meter, text, replacement),
  ),
};
