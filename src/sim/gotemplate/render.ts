import type { Dependency } from './dependency/dependency.ts';
import { nameOf } from './dependency/name.ts';
import { ExecError, LimitError } from './exec/errors.ts';
import { newState, type Program } from './exec/execution.ts';
import { Meter } from './exec/meter.ts';
import type { Surroundings, WrittenFile } from './exec/surroundings.ts';
import { walk } from './exec/walk.ts';
import { newScratch } from './functions/consul/scratch.ts';
import { findFunction } from './functions/registry.ts';
import { type Parsed, parse } from './parse/parse.ts';
import { type Position, positionOf } from './position.ts';
import { randomNumbers } from './random.ts';
import { redact } from './redact.ts';
import { toText } from './text/utf8.ts';
import { INVALID } from './values/value.ts';

/** Data of a dependency. `vault.*` except list: the body of Vault's answer; list: the names; pki: PemParts; file: text. */
export type Lookup = (dependency: Dependency) => { found: boolean; data?: unknown };

export interface Template {
  contents: string;
  /** Path of a template file; left out for contents given in the configuration, which are called `(dynamic)`. */
  source?: string;
  destination?: string;
  left?: string;
  right?: string;
  errorOnMissingKey?: boolean;
  denylist?: readonly string[];
}

export interface RenderOptions {
  environment?: Readonly<Record<string, string>>;
  /** Unix milliseconds. */
  now?: number;
  /** What `sockaddr` reports. */
  address?: string;
  users?: readonly string[];
  groups?: readonly string[];
  /** Seeds what Sprig draws at random; the same number gives the same output. */
  entropy?: number;
  /** Units of work allowed; about a million a second. */
  steps?: number;
}

export interface Rendered {
  ok: true;
  output: string;
  /** Every dependency the run asked for, in order, each once. */
  used: Dependency[];
  /** Those without data: the output is not final. */
  missing: Dependency[];
  /** Files `writeToFile` made, in order. */
  written: WrittenFile[];
  /** What `spew_dump` and `spew_printf` wrote to standard output. */
  printed: string;
}

export interface RenderFault {
  ok: false;
  /** `limit` is the model's own stop; the others are the real program's. */
  kind: 'parse' | 'execute' | 'limit';
  /** Whole text as the Agent logs it: `(dynamic): parse: template: :1: unexpected EOF`. */
  text: string;
  position: Position | null;
  used: Dependency[];
  missing: Dependency[];
  written: WrittenFile[];
  printed: string;
}

/** Steps allowed where the caller does not say: well under a second. */
const STEPS = 3_000_000;

interface Notes extends Pick<Rendered, 'used' | 'missing' | 'written'> {
  printed: string;
  secrets: unknown[];
}

/** Remembers what was asked; each name once. */
const surroundings = (template: Template, options: RenderOptions, lookup: Lookup, notes: Notes): Surroundings => {
  const names = new Map<string, { found: boolean; data: unknown }>();
  return {
    environment: options.environment ?? {},
    now: options.now ?? 0,
    address: options.address ?? '10.0.0.1',
    destination: template.destination ?? '',
    random: randomNumbers(options.entropy ?? 0),
    users: options.users ?? ['root', 'vault'],
    groups: options.groups ?? ['root', 'vault'],
    recall(dependency) {
      const name = nameOf(dependency);
      const known = names.get(name);
      if (known) return known;
      const answer = lookup(dependency);
      const recalled = { found: answer.found, data: answer.data };
      names.set(name, recalled);
      notes.used.push(dependency);
      if (!answer.found) notes.missing.push(dependency);
      else if (dependency.type === 'vault.read' || dependency.type === 'vault.write') notes.secrets.push(answer.data);
      return recalled;
    },
    write: (file) => notes.written.push(file),
    print(text) {
      notes.printed += text;
    },
  };
};

const known = (template: Template) => (name: string) => findFunction(name, template.denylist ?? []) !== undefined;

/** Parse a template with the functions the Agent offers. */
export const parseTemplate = (template: Template): Parsed =>
  parse(template.contents, { left: template.left ?? '', right: template.right ?? '', isFunction: known(template) });

const execute = (template: Template, parsed: Parsed, meter: Meter, around: Surroundings): string => {
  const program: Program = {
    source: parsed.source,
    templates: parsed.templates,
    meter,
    around,
    scratch: newScratch(),
    functions: (name) => findFunction(name, template.denylist ?? []),
    errorOnMissingKey: template.errorOnMissingKey ?? false,
  };
  const output: string[] = [];
  walk(newState(program, '', INVALID, 0, output), INVALID, parsed.templates.get('')!);
  return toText(output.join(''));
};

/**
 * Run a template once, as consul-template does in each pass of its runner: pure, and to be repeated when more data is
 * there. A dependency without data makes `secret` give nil and is listed in `missing`; the output then is not final.
 * @returns the output, or a fault with the text the Agent logs and the place in the template
 */
export const render = (template: Template, lookup: Lookup, options: RenderOptions = {}): Rendered | RenderFault => {
  const notes: Notes = { used: [], missing: [], written: [], printed: '', secrets: [] };
  const { secrets, ...told } = notes;
  const name = template.source ?? '(dynamic)';
  const fault = (kind: RenderFault['kind'], text: string, position: Position | null): RenderFault => ({
    ok: false,
    kind,
    text,
    position,
    ...told,
    printed: notes.printed,
  });
  const parsed = parseTemplate(template);
  const place = (pos: number) => positionOf(parsed.source, pos);
  if (parsed.fault) return fault('parse', `${name}: parse: ${parsed.fault.text}`, place(parsed.fault.pos));
  try {
    const meter = new Meter(options.steps ?? STEPS);
    const output = execute(template, parsed, meter, surroundings(template, options, lookup, notes));
    return { ok: true, output, ...told, printed: notes.printed };
  } catch (error) {
    if (error instanceof ExecError) {
      const text = redact(new Meter(STEPS), error.message, secrets);
      return fault('execute', `${name}: execute: ${toText(text)}`, place(error.at));
    }
    // The engine's stack is a limit as well, wherever it is met first.
    const limit = error instanceof RangeError ? new LimitError('depth') : error;
    if (limit instanceof LimitError) return fault('limit', `${name}: ${limit.message}`, null);
    throw error;
  }
};
