import type { AnyStateMachine } from 'xstate';
import { formatDuration } from '../../../share/duration.ts';

/** A state of a machine; `id` is its path, `running.ready`. */
export interface ChartState {
  readonly id: string;
  readonly name: string;
  readonly kind: 'plain' | 'final' | 'parallel';
  /** Its machine, or the state around it, begins here. */
  readonly initial: boolean;
  readonly states: readonly ChartState[];
}

/** One or more transitions between the same two states. */
export interface ChartEdge {
  readonly from: string;
  readonly to: string;
  /** What is waited for, and under which condition: `after backoff`, `http.response [granted]`. */
  readonly labels: readonly string[];
}

export interface Chart {
  readonly machine: string;
  readonly states: readonly ChartState[];
  readonly edges: readonly ChartEdge[];
}

/** What is read of XState's state nodes. */
interface Node {
  readonly key: string;
  readonly path: readonly string[];
  readonly type: string;
  readonly states: Readonly<Record<string, Node>>;
  readonly initial: { readonly target?: readonly Node[] | undefined } | undefined;
  readonly transitions: ReadonlyMap<string, readonly Transition[]>;
  readonly always?: readonly Transition[] | undefined;
}

interface Transition {
  readonly target?: readonly Node[] | undefined;
  readonly guard?: unknown;
}

const idOf = (node: Node): string => node.path.join('.');

/** The name of a guard. One that is a function in place has none. */
const guardOf = (guard: unknown): string => {
  if (guard === undefined) return '';
  const type = typeof guard === 'object' && guard !== null && 'type' in guard ? guard.type : guard;
  return typeof type === 'string' && /^[\w.-]+$/.test(type) ? ` [${type}]` : ' [if]';
};

const AFTER = /^xstate\.after\.([^.]+)\./;

const eventOf = (event: string): string => {
  const delay = AFTER.exec(event)?.[1];
  if (delay !== undefined) return `after ${/^\d+$/.test(delay) ? formatDuration(Number(delay)) : delay}`;
  if (event.startsWith('xstate.done.state')) return 'all within are done';
  return event === '*' ? 'anything else' : event;
};

const stateOf = (node: Node, initial: ReadonlySet<string>): ChartState => {
  const begins = new Set((node.initial?.target ?? []).map(idOf));
  const all = node.type === 'parallel';
  return {
    id: idOf(node),
    name: node.key,
    kind: node.type === 'final' || node.type === 'parallel' ? node.type : 'plain',
    initial: initial.has(idOf(node)),
    states: Object.values(node.states).map((n) => stateOf(n, all ? new Set([idOf(n)]) : begins)),
  };
};

const edgesOf = (node: Node): ChartEdge[] => {
  const own = [
    ...(node.always ?? []).map((t) => ['at once', t] as const),
    ...[...node.transitions].flatMap(([event, list]) => list.map((t) => [eventOf(event), t] as const)),
  ].flatMap(([event, { target, guard }]) =>
    (target ?? []).map((to) => ({ from: idOf(node), to: idOf(to), label: event + guardOf(guard) })),
  );
  const merged = new Map<string, { from: string; to: string; labels: string[] }>();
  for (const { from, to, label } of own) {
    const key = `${from} ${to}`;
    const edge = merged.get(key) ?? { from, to, labels: [] };
    // `at once` needs no words where nothing else leads there.
    const said = label.replace(/^at once \[/, '[');
    if (!edge.labels.includes(said)) edge.labels.push(said);
    merged.set(key, edge);
  }
  return [...merged.values(), ...Object.values(node.states).flatMap(edgesOf)];
};

/** A machine as states and edges, read off the machine itself. Transitions that stay where they are are not drawn. */
export const chartOf = (machine: AnyStateMachine): Chart => {
  const root = machine.root as unknown as Node;
  const whole = stateOf(root, new Set());
  // A transition of the machine as a whole leads from any state.
  return { machine: machine.id, states: whole.states, edges: edgesOf(root).filter((e) => e.from !== '') };
};

/** Transitions of the machine as a whole: from any state. */
export const fromAnywhere = (machine: AnyStateMachine): ChartEdge[] =>
  edgesOf(machine.root as unknown as Node).filter((e) => e.from === '');

/**
 * The ids that a state value of XState means, those around the innermost included.
 * @param value as the history has it: a name, or JSON of a nested value
 */
export const litBy = (value: string): ReadonlySet<string> => {
  const lit = new Set<string>();
  const walk = (part: unknown, before: string): void => {
    if (typeof part === 'string') lit.add(before + part);
    else if (typeof part === 'object' && part !== null)
      for (const [key, inner] of Object.entries(part)) {
        lit.add(before + key);
        walk(inner, `${before}${key}.`);
      }
  };
  try {
    walk(value.startsWith('{') ? JSON.parse(value) : value, '');
  } catch {
    lit.add(value);
  }
  return lit;
};
