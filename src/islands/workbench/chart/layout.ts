import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk-api.js';
import type { Chart, ChartEdge, ChartState } from './chart.ts';

export interface Box {
  readonly id: string;
  readonly name: string;
  readonly kind: ChartState['kind'];
  readonly initial: boolean;
  readonly compound: boolean;
  /** Ways out that are said within the box and not drawn. */
  readonly exits: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly label: { readonly x: number; readonly y: number; readonly lines: readonly string[] } | null;
}

export interface Drawn {
  readonly width: number;
  readonly height: number;
  /** Outer ones before those within them. */
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

/** Pixels of a letter of the drawing's font, and of a line. */
const LETTER = 7.3;
const SMALL = 6.1;
const ROW = 13;

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.layered.spacing.nodeNodeBetweenLayers': '28',
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeLabel': '3',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.edgeLabels.placement': 'CENTER',
  // All places count from the drawing's corner, whatever state they are within.
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
};

/** A state that so many others lead to is not drawn full of lines: each of them says so in its box. */
const CROWD = 5;

/** For each state, the ways to crowded states, in words; and the edges that are left to draw. */
const uncrowded = (edges: readonly ChartEdge[]): { exits: Map<string, string[]>; drawn: ChartEdge[] } => {
  const sources = new Map<string, number>();
  for (const { to } of edges) sources.set(to, (sources.get(to) ?? 0) + 1);
  const exits = new Map<string, string[]>();
  const drawn: ChartEdge[] = [];
  for (const edge of edges) {
    const { from, to, labels } = edge;
    if ((sources.get(to) ?? 0) < CROWD) drawn.push(edge);
    else exits.set(from, [...(exits.get(from) ?? []), `${labels.join(', ')} to ${to}`]);
  }
  return { exits, drawn };
};

const nodeOf = (state: ChartState, exits: ReadonlyMap<string, readonly string[]>): ElkNode => {
  const own = exits.get(state.id) ?? [];
  const width = Math.max(64, state.name.length * LETTER + 22, ...own.map((e) => e.length * SMALL + 14));
  if (state.states.length === 0) return { id: state.id, width, height: 30 + own.length * ROW };
  return {
    id: state.id,
    children: state.states.map((s) => nodeOf(s, exits)),
    layoutOptions: {
      'elk.padding': '[top=32,left=14,bottom=14,right=14]',
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${width},40)`,
    },
  };
};

let elk: InstanceType<typeof ELK> | null = null;
const known = new Map<string, Promise<Drawn>>();

const draw = async (chart: Chart): Promise<Drawn> => {
  // Its own thread: a layout of a large machine takes longer than a page may stand still.
  elk ??= new ELK({
    workerFactory: () => new Worker(new URL('./elk.worker.ts', import.meta.url), { type: 'module', name: 'layout' }),
  });
  const { exits, drawn } = uncrowded(chart.edges);
  const graph: ElkNode = await elk.layout({
    id: 'root',
    layoutOptions: OPTIONS,
    children: chart.states.map((s) => nodeOf(s, exits)),
    edges: drawn.map(({ from, to, labels }, i): ElkExtendedEdge => {
      const longest = Math.max(0, ...labels.map((l) => l.length));
      return {
        id: `e${i}`,
        sources: [from],
        targets: [to],
        labels: [{ text: labels.join('\n'), width: longest * SMALL + 4, height: labels.length * ROW }],
      };
    }),
  });
  const states = new Map<string, ChartState>();
  const learn = (list: readonly ChartState[]): void => {
    for (const state of list) {
      states.set(state.id, state);
      learn(state.states);
    }
  };
  learn(chart.states);
  const boxes: Box[] = [];
  const place = (nodes: readonly ElkNode[]): void => {
    for (const { id, x = 0, y = 0, width = 0, height = 0, children = [] } of nodes) {
      const state = states.get(id);
      if (state)
        boxes.push({
          id,
          name: state.name,
          kind: state.kind,
          initial: state.initial,
          compound: children.length > 0,
          exits: exits.get(id) ?? [],
          x,
          y,
          width,
          height,
        });
      place(children);
    }
  };
  place(graph.children ?? []);
  const lines = (graph.edges ?? []).map(({ sources, targets, sections = [], labels = [] }): Line => {
    const points = sections.flatMap((s) => [s.startPoint, ...(s.bendPoints ?? []), s.endPoint]);
    const [label] = labels;
    return {
      from: sources[0] ?? '',
      to: targets[0] ?? '',
      points,
      label: label?.text ? { x: label.x ?? 0, y: label.y ?? 0, lines: label.text.split('\n') } : null,
    };
  });
  return { width: graph.width ?? 0, height: graph.height ?? 0, boxes, lines };
};

/** Where everything of a chart is. Each chart is laid out once. */
export const layoutOf = (chart: Chart): Promise<Drawn> => {
  const before = known.get(chart.machine);
  if (before) return before;
  const drawn = draw(chart);
  known.set(chart.machine, drawn);
  return drawn;
};
