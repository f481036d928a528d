/** `-o go-template=…`. Source: cli-runtime: pkg/printers/template.go. */
import { decodeBase, STANDARD } from '../../../gotemplate/encoding/base64.ts';
import { builtins } from '../../../gotemplate/functions/builtin/index.ts';
import { define, defineRaw, type Functions } from '../../../gotemplate/functions/define.ts';
import { renderPlain } from '../../../gotemplate/plain.ts';
import { BOOL, REFLECT } from '../../../gotemplate/values/type.ts';
import { bool } from '../../../gotemplate/values/value.ts';
import { failed } from '../failure.ts';
import type { Json } from '../objects/json.ts';

const index = builtins.index!;

const functions: Functions = {
  base64decode: define('string', 'string', (_, text) => decodeBase(text, STANDARD)),
  /** Whether `index` finds something. */
  exists: defineRaw(
    [REFLECT],
    BOOL,
    (call, ...args) => {
      try {
        return bool(index.invoke(call, args).data !== null);
      } catch {
        return bool(false);
      }
    },
    true,
  ),
};

export const goTemplate = (template: string, object: Json): string => {
  const made = renderPlain(template, object, 'output', functions);
  if ('output' in made) return made.output;
  if (/executing "output"/.test(made.error))
    throw failed(`error executing template ${JSON.stringify(template)}: ${made.error}`);
  throw failed(`error parsing template ${template}, ${made.error}`);
};
