import {
  type Node,
  type Operand,
  type Parsed,
  type PipeNode,
  parseTemplate,
  positionOf,
  visit,
} from '../../sim/gotemplate/index.ts';
import type { Span } from '../../yaml/index.ts';
import { remembering, rememberingBy } from './cache.ts';
import { type Injection, injectedOnly, suffixed } from './injection.ts';
import { scalarOffsets } from './scalar-offsets.ts';
import type { Workspace } from './workspace.ts';

/** A template in an annotation, parsed as the Agent does, with the place in the file of each of its characters. */
export interface TemplateSite {
  readonly injection: Injection;
  readonly suffix: string;
  readonly text: string;
  readonly left: string;
  readonly right: string;
  readonly errorOnMissingKey: boolean;
  readonly parsed: Parsed;
  readonly file: string;
  /** How the scalar is written in YAML. */
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /** The span in the file of byte offsets of the parser. */
  span(pos: number, end: number): Span;
  /** The template's text between byte offsets. */
  slice(pos: number, end: number): string;
}

const KEY = '\u0000';
const parsed = remembering((key) => {
  const [left = '', right = '', ...contents] = key.split(KEY);
  return parseTemplate({ contents: contents.join(KEY), left, right });
});

const siteOf = (injection: Injection, suffix: string, text: string): TemplateSite[] => {
  const { document, file } = injection.manifest;
  const node = document.node(injection.path(`agent-inject-template-${suffix}`));
  if (node?.kind !== 'scalar' || text === '') return [];
  const left = injection.get(`agent-template-left-delim-${suffix}`) ?? '';
  const right = injection.get(`agent-template-right-delim-${suffix}`) ?? '';
  const read = parsed([left, right, text].join(KEY));
  let offsets: readonly number[] | undefined;
  const offset = (pos: number): number => positionOf(read.source, pos).offset;
  const at = (pos: number) => {
    offsets ??= scalarOffsets(document.source, node);
    return document.at(offsets[offset(pos)] ?? node.end);
  };
  return [
    {
      injection,
      suffix,
      text,
      left,
      right,
      errorOnMissingKey: injection.isTrue(`error-on-missing-key-${suffix}`),
      parsed: read,
      file,
      style: node.style,
      span: (pos, end) => ({ start: at(pos), end: at(end) }),
      slice: (pos, end) => text.slice(offset(pos), offset(end)),
    },
  ];
};

/** The templates of a Pod that is injected. */
export const templatesOf = rememberingBy((injection: Injection): readonly TemplateSite[] =>
  injection.get('agent-configmap') !== undefined
    ? []
    : [...suffixed(injection, 'agent-inject-template')].flatMap(([suffix, text]) => siteOf(injection, suffix, text)),
);

/** Every template of every Pod that is injected. */
export const templates = rememberingBy((workspace: Workspace): readonly TemplateSite[] =>
  injectedOnly(workspace).flatMap(templatesOf),
);

/** A call of `secret`, `secrets` or `pkiCert` with a path that is written out. */
export interface SecretCall {
  readonly function: string;
  /** Without leading slash and query. */
  readonly path: string;
  /** `k=v` arguments follow: it writes. */
  readonly writes: boolean;
  readonly pos: number;
  readonly end: number;
}

const FUNCTIONS = new Set(['secret', 'secrets', 'pkiCert']);

/** The call that a pipe begins with, where it is one of Vault's functions. */
export const secretCall = (pipe: PipeNode): SecretCall | undefined => {
  const [name, path, ...rest] = pipe.commands[0]?.args ?? [];
  if (name?.type !== 'identifier' || !FUNCTIONS.has(name.name) || path?.type !== 'string') return undefined;
  const bare = (
    path.text
      .trim()
      .replace(/^\/+|\/+$/g, '')
      .split('?')[0] ?? ''
  ).trim();
  return { function: name.name, path: bare, writes: rest.length > 0, pos: path.pos, end: path.end };
};

const callsIn = rememberingBy(({ templates: named }: Parsed): readonly SecretCall[] => {
  const calls: SecretCall[] = [];
  for (const root of named.values())
    visit(root, (node) => {
      if (node.type !== 'pipe') return;
      const call = secretCall(node);
      if (call) calls.push(call);
    });
  return calls;
});

/** All calls of Vault's functions in a template, in order. */
export const secretCalls = (site: TemplateSite): readonly SecretCall[] => callsIn(site.parsed);

/** A use of a secret: `.Data.x` inside `with secret`, `$s.Data.x`, `(secret "…").Data.x`. */
export interface SecretField {
  readonly call: SecretCall;
  /** `['Data', 'data', 'password']` */
  readonly ident: readonly string[];
  readonly pos: number;
  readonly end: number;
}

const within = (list: { readonly nodes: readonly Node[] } | null, node: Node): boolean =>
  list?.nodes.some((n) => n.pos <= node.pos && node.end <= n.end) ?? false;

/** The call whose answer is the dot at a node; undefined where the dot is anything else. */
const dotOf = (node: Node, above: readonly Node[]): SecretCall | undefined => {
  for (const branch of [...above].reverse()) {
    if (branch.type !== 'with' && branch.type !== 'range') continue;
    if (!within(branch.list, node)) continue;
    const call = branch.type === 'with' && branch.pipe.commands.length === 1 ? secretCall(branch.pipe) : undefined;
    return call?.function === 'secret' ? call : undefined;
  }
  return undefined;
};

const fieldsIn = rememberingBy(({ templates: named }: Parsed): readonly SecretField[] => {
  const found: SecretField[] = [];
  for (const root of named.values()) {
    const variables = new Map<string, SecretCall | undefined>();
    visit(root, (node, above) => {
      if (node.type === 'pipe' && node.decl.length === 1) {
        const call = node.commands.length === 1 ? secretCall(node) : undefined;
        const name = node.decl[0]?.ident[0] ?? '';
        // A name that stands for two things is not followed.
        variables.set(name, variables.has(name) ? undefined : call?.function === 'secret' ? call : undefined);
      }
      const add = (call: SecretCall | undefined, ident: readonly string[]): void => {
        // The parser's position of a chain of fields is that of the last one, as in Go: count back from its end.
        const written = node.type === 'variable' ? node.ident.join('.') : ident.map((name) => `.${name}`).join('');
        if (call && ident.length > 0) found.push({ call, ident, pos: node.end - written.length, end: node.end });
      };
      if (node.type === 'field') add(dotOf(node, above), node.ident);
      else if (node.type === 'variable') add(variables.get(node.ident[0] ?? ''), node.ident.slice(1));
      else if (node.type === 'chain') add(calledIn(node.node), node.fields);
    });
  }
  return found;
});

/** Every field that a template takes from the answer of a `secret` call it names. */
export const secretFields = (site: TemplateSite): readonly SecretField[] => fieldsIn(site.parsed);

const calledIn = (operand: Operand): SecretCall | undefined => {
  const call = operand.type === 'pipe' && operand.commands.length === 1 ? secretCall(operand) : undefined;
  return call?.function === 'secret' ? call : undefined;
};
