/** Sprig's regular expressions (regex.go). Without `must`, a bad pattern panics with MustCompile's text. */
import { GoError } from '../../exec/errors.ts';
import { compile, type Regexp } from '../../regexp/regexp.ts';
import { quote } from '../../strconv/quote.ts';
import { hasControl } from '../../text/ascii.ts';
import { define, type Functions } from '../define.ts';

const mustCompile = (pattern: string): Regexp => {
  try {
    return compile(pattern);
  } catch (error) {
    if (!(error instanceof GoError)) throw error;
    const shown = pattern.includes('`') || hasControl(pattern, '\t') ? quote(pattern) : `\`${pattern}\``;
    throw new GoError(`regexp: Compile(${shown}): ${error.message}`);
  }
};

const family = (name: string, make: (build: (pattern: string) => Regexp) => Functions[string]): Functions => ({
  [name]: make(mustCompile),
  [`must${name[0]!.toUpperCase()}${name.slice(1)}`]: make(compile),
});

export const sprigRegex: Functions = {
  regexMatch: define('string string', 'bool', (call, pattern, text) => {
    try {
      return compile(pattern).test(call.meter, text);
    } catch (error) {
      if (error instanceof GoError) return false;
      throw error;
    }
  }),
  mustRegexMatch: define('string string', 'bool', (call, pattern, text) => compile(pattern).test(call.meter, text)),
  ...family('regexFindAll', (build) =>
    define('string string int', '[]string', (call, pattern, text, limit) =>
      build(pattern)
        .all(call.meter, text, limit)
        .map(([start, end]) => text.slice(start, end)),
    ),
  ),
  ...family('regexFind', (build) =>
    define('string string', 'string', (call, pattern, text) => build(pattern).find(call.meter, text)),
  ),
  ...family('regexReplaceAll', (build) =>
    define('string string string', 'string', (call, pattern, text, replacement) =>
      build(pattern).replace(call.meter, text, replacement),
    ),
  ),
  ...family('regexReplaceAllLiteral', (build) =>
    define('string string string', 'string', (call, pattern, text, replacement) =>
      build(pattern).replaceLiteral(call.meter, text, replacement),
    ),
  ),
  ...family('regexSplit', (build) =>
    define('string string int', '[]string', (call, pattern, text, limit) =>
      build(pattern).split(call.meter, text, limit),
    ),
  ),
  regexQuoteMeta: define('string', 'string', (_, text) => text.replace(/[\\.+*?()|[\]{}^$]/g, (char) => `\\${char}`)),
};
