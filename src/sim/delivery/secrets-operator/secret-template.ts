import { ExecError, GoError, LimitError } from '../../gotemplate/exec/errors.ts';
import { newState } from '../../gotemplate/exec/execution.ts';
import { Meter } from '../../gotemplate/exec/meter.ts';
import { walk } from '../../gotemplate/exec/walk.ts';
import { newScratch } from '../../gotemplate/functions/consul/scratch.ts';
import { type Found, findFunction } from '../../gotemplate/functions/registry.ts';
import { parse } from '../../gotemplate/parse/parse.ts';
import { randomNumbers } from '../../gotemplate/random.ts';
import { toText } from '../../gotemplate/text/utf8.ts';
import { fromJson } from '../../gotemplate/values/secret.ts';
import { INVALID } from '../../gotemplate/values/value.ts';

/** Units of work a template may cost. */
const STEPS = 3_000_000;

/** Sprig's functions have no prefix here, and consul-template's are not there. */
const find = (name: string): Found | undefined => {
  const plain = findFunction(name, []);
  return plain?.builtin ? plain : findFunction(`sprig_${name}`, []);
};

/**
 * Render a template of a Secret's key. `.Secrets` holds the secret's fields, `.Metadata` what Vault says of the version.
 * Source: vault-secrets-operator 1.4.1: template/template.go, template/funcs.go.
 * @returns the text, or text/template's words for what is wrong
 */
export const renderSecretTemplate = (
  name: string,
  contents: string,
  input: object,
): { readonly text: string } | { readonly error: string } => {
  const parsed = parse(contents, { left: '', right: '', isFunction: (f) => find(f) !== undefined });
  const named = (text: string): string =>
    text.replace(/^template: :/, `template: ${name}:`).replace('executing ""', `executing ${JSON.stringify(name)}`);
  if (parsed.fault) return { error: `parse error: ${named(parsed.fault.text)}` };
  const root = parsed.templates.get('');
  if (!root) return { text: '' };
  const output: string[] = [];
  const program = {
    source: parsed.source,
    templates: parsed.templates,
    meter: new Meter(STEPS),
    around: {
      environment: {},
      now: 0,
      address: '',
      destination: '',
      random: randomNumbers(0),
      users: [],
      groups: [],
      recall: () => ({ found: false, data: null }),
      write: () => {},
      print: () => {},
    },
    scratch: newScratch(),
    functions: find,
    errorOnMissingKey: false,
  };
  try {
    const dot = fromJson(input) ?? INVALID;
    walk(newState(program, '', dot, 0, output), dot, root);
    return { text: toText(output.join('')) };
  } catch (error) {
    if (error instanceof ExecError || error instanceof GoError) return { error: named(toText(error.message)) };
    if (error instanceof LimitError || error instanceof RangeError)
      return { error: `template: ${name}: too much work` };
    throw error;
  }
};
