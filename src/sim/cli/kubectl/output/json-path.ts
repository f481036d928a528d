/** kubectl's JSONPath templates. Source: client-go: util/jsonpath/{parser,jsonpath}.go. */
import { goJson, sorted } from '../../../go/json-write.ts';
import { quote } from '../../../go/quote.ts';
import { failed, KubectlFailure } from '../failure.ts';
import { goSyntax } from './go-syntax.ts';

type Step =
  | { readonly is: 'field'; readonly name: string }
  | { readonly is: 'wildcard' }
  | { readonly is: 'recursive' }
  | {
      readonly is: 'slice';
      readonly from: number | null;
      readonly to: number | null;
      readonly step: number;
      readonly single: boolean;
    }
  | { readonly is: 'union'; readonly names: readonly string[] }
  | { readonly is: 'filter'; readonly left: string; readonly operator: string; readonly right: string };

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"' };

const unquote = (text: string): string => text.slice(1, -1).replace(/\\(.)/g, (_, c: string) => ESCAPES[c] ?? c);

const bracket = (text: string): Step => {
  const inner = text.trim();
  if (inner === '*') return { is: 'wildcard' };
  const filter = /^\?\(([\s\S]*)\)$/.exec(inner)?.[1];
  if (filter !== undefined) {
    const m = /^\s*(\S[\s\S]*?)\s*(?:(==|!=|<=|>=|<|>)\s*([\s\S]*?)\s*)?$/.exec(filter);
    return { is: 'filter', left: m?.[1] ?? '', operator: m?.[2] ?? 'exists', right: m?.[3] ?? '' };
  }
  if (/^(['"]).*\1(?:\s*,\s*(['"]).*\2)*$/.test(inner))
    return { is: 'union', names: inner.split(/\s*,\s*/).map(unquote) };
  const slice = /^(-?\d*)(?::(-?\d*))?(?::(-?\d*))?$/.exec(inner);
  if (!slice || inner === '') throw failed(`error parsing jsonpath: invalid array index ${inner}`);
  const number = (t: string | undefined): number | null => (t === undefined || t === '' ? null : Number(t));
  return {
    is: 'slice',
    from: number(slice[1]),
    to: number(slice[2]),
    step: number(slice[3]) ?? 1,
    single: !inner.includes(':'),
  };
};

/** Where the bracket opened at `start` closes. */
const closing = (text: string, start: number, open: string, close: string): number => {
  let depth = 0;
  let quote = '';
  for (let i = start; i < text.length; i++) {
    const c = text.charAt(i);
    if (quote !== '') {
      if (c === '\\') i++;
      else if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === open) depth++;
    else if (c === close && --depth === 0) return i;
  }
  throw failed(`error parsing jsonpath ${text}, ${open === '[' ? 'unterminated array' : 'unclosed action'}`);
};

const stepsOf = (path: string): Step[] => {
  const steps: Step[] = [];
  let i = path.startsWith('$') || path.startsWith('@') ? 1 : 0;
  while (i < path.length) {
    const c = path.charAt(i);
    if (c === '[') {
      const end = closing(path, i, '[', ']');
      steps.push(bracket(path.slice(i + 1, end)));
      i = end + 1;
      continue;
    }
    if (path.startsWith('..', i)) {
      steps.push({ is: 'recursive' });
      i += path.charAt(i + 2) === '[' ? 2 : 1;
      continue;
    }
    if (c === '.') i++;
    let name = '';
    while (i < path.length && !'.['.includes(path.charAt(i))) {
      if (path.charAt(i) === '\\') i++;
      name += path.charAt(i++);
    }
    if (name === '*') steps.push({ is: 'wildcard' });
    else if (name !== '') steps.push({ is: 'field', name });
  }
  return steps;
};

const children = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(sorted(value) as object) : [];

const descendants = (value: unknown): unknown[] => [value, ...children(value).flatMap(descendants)];

const operand = (text: string, item: unknown): unknown => {
  if (/^['"]/.test(text)) return unquote(text);
  if (text.startsWith('@') || text.startsWith('$')) return walk(stepsOf(text), [item], true)[0];
  if (text === 'true' || text === 'false') return text === 'true';
  return Number(text);
};

const holds = ({ left, operator, right }: Extract<Step, { is: 'filter' }>, item: unknown): boolean => {
  const a = operand(left, item);
  if (operator === 'exists') return a !== undefined;
  const b = operand(right, item);
  if (a === undefined || b === undefined) return false;
  switch (operator) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return (a as number) < (b as number);
    case '>':
      return (a as number) > (b as number);
    case '<=':
      return (a as number) <= (b as number);
    default:
      return (a as number) >= (b as number);
  }
};

const sliced = (list: readonly unknown[], step: Extract<Step, { is: 'slice' }>): unknown[] => {
  const index = (n: number): number => (n < 0 ? n + list.length : n);
  if (step.single) {
    const i = index(step.from ?? 0);
    if (i < 0 || i >= list.length)
      throw failed(`error executing jsonpath: array index out of bounds: index ${i}, length ${list.length}`);
    return [list[i]];
  }
  const out: unknown[] = [];
  const to = Math.min(index(step.to ?? list.length), list.length);
  for (let i = index(step.from ?? 0); i < to; i += Math.max(1, step.step)) out.push(list[i]);
  return out;
};

/** Values at the end of a path; fields that are absent give nothing. */
const walk = (steps: readonly Step[], from: readonly unknown[], quiet = false): unknown[] => {
  let values = [...from];
  let everywhere = false;
  for (const step of steps) {
    if (step.is === 'recursive') {
      values = values.flatMap(descendants);
      everywhere = true;
      continue;
    }
    values = values.flatMap((value): unknown[] => {
      const own = (name: string): unknown[] =>
        typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
          ? [(value as Record<string, unknown>)[name]]
          : [];
      if (step.is === 'field') return own(step.name);
      if (step.is === 'union') return step.names.flatMap(own);
      if (step.is === 'wildcard') return children(value);
      if (!Array.isArray(value)) {
        if (everywhere || quiet || value === null || value === undefined) return [];
        throw failed(`error executing jsonpath: ${goJson(value)} is not array or slice`);
      }
      return step.is === 'slice' ? sliced(value, step) : value.filter((item) => holds(step, item));
    });
    everywhere = false;
  }
  return values;
};

/** Text of a value: strings as they are, everything else as JSON. */
const shown = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return goJson(sorted(value));
};

/** A template in braces, or a bare path. (cli-runtime: RelaxedJSONPathExpression) */
const relaxed = (text: string): string =>
  /[{]/.test(text) ? text : `{${text.startsWith('.') || text.startsWith('$') ? '' : '.'}${text}}`;

interface Action {
  readonly text?: string;
  readonly code?: string;
}

const actionsOf = (template: string): Action[] => {
  const actions: Action[] = [];
  let i = 0;
  while (i < template.length) {
    const open = template.indexOf('{', i);
    if (open < 0) return [...actions, { text: template.slice(i) }];
    if (open > i) actions.push({ text: template.slice(i, open) });
    const end = closing(template, open, '{', '}');
    actions.push({ code: template.slice(open + 1, end).trim() });
    i = end + 1;
  }
  return actions;
};

const run = (actions: readonly Action[], root: unknown, here: unknown): string => {
  let out = '';
  for (let i = 0; i < actions.length; i++) {
    const { text, code = '' } = actions[i] ?? {};
    if (text !== undefined) out += text;
    else if (/^['"]/.test(code)) out += unquote(code);
    else if (/^range\s/.test(code)) {
      let depth = 1;
      let end = i + 1;
      for (; end < actions.length; end++) {
        if (/^range\s/.test(actions[end]?.code ?? '')) depth++;
        if (actions[end]?.code === 'end' && --depth === 0) break;
      }
      const body = actions.slice(i + 1, end);
      for (const item of valuesOf(code.slice(5).trim(), root, here)) out += run(body, root, item);
      i = end;
    } else if (code !== 'end') out += valuesOf(code, root, here).map(shown).join(' ');
  }
  return out;
};

const valuesOf = (path: string, root: unknown, here: unknown): unknown[] =>
  path.split(/\s+(?=[.$@[])/).flatMap((one) => walk(stepsOf(one), [one.startsWith('$') ? root : here]));

/**
 * The output of a JSONPath template for an object.
 * @throws KubectlFailure for a template that cannot be read, or an index outside a list
 */
export const jsonPath = (template: string, object: unknown): string => {
  const actions = actionsOf(relaxed(template));
  try {
    return run(actions, object, object);
  } catch (error) {
    if (!(error instanceof KubectlFailure)) throw error;
    // The whole object is part of the message. (cli-runtime: pkg/printers/jsonpath.go)
    const why = error.message.replace(/^error: error executing jsonpath: /, '');
    throw failed(
      `error executing jsonpath ${quote(template)}: Error executing template: ${why}. Printing more information for debugging the template:\n\ttemplate was:\n\t\t${template}\n\tobject given to jsonpath engine was:\n\t\t${goSyntax(object)}\n\n`,
    );
  }
};

/** Values at a path such as `.spec.containers[*].image`, for custom columns and `--sort-by`. */
export const valuesAt = (path: string, object: unknown): unknown[] =>
  valuesOf(
    relaxed(path)
      .replace(/^\{([\s\S]*)\}$/, '$1')
      .trim(),
    object,
    object,
  );
