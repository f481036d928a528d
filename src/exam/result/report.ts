import { CONFIDENCES, type Confidence, type ExamEntry } from '../../progress/index.ts';
import { type Interval, wilson } from './interval.ts';

/** Points of some items, and how sure that is. */
export interface Points {
  readonly points: number;
  readonly of: number;
  /** 90 % interval of the share. */
  readonly interval: Interval;
}

export interface Domain {
  readonly id: string;
  readonly title: string;
  readonly objectives: readonly { readonly id: string; readonly title: string }[];
}

export interface Named extends Points {
  readonly id: string;
  readonly title: string;
}

export interface Report extends Points {
  readonly passed: boolean;
  /** Whether the line lies inside the interval: another form could have gone the other way. */
  readonly close: boolean;
  readonly answered: number;
  /** Domains with at least one item, each with its objectives. An item on two domains counts in both. */
  readonly domains: readonly (Named & { readonly objectives: readonly Named[] })[];
  readonly confidence: readonly {
    readonly confidence: Confidence;
    readonly answered: number;
    readonly right: number;
  }[];
  /** Misconceptions that answers show, with the questions that showed them; most frequent first. */
  readonly misconceptions: readonly { readonly id: string; readonly questions: readonly string[] }[];
}

type Items = ExamEntry['items'];

export const pointsOf = (items: Items): Points => {
  const points = items.reduce((sum, { score }) => sum + (score ?? 0), 0);
  return { points, of: items.length, interval: wilson(points, items.length) };
};

const confidenceIn = (items: Items): Report['confidence'] =>
  CONFIDENCES.map((confidence) => {
    const given = items.filter((item) => item.score !== null && item.confidence === confidence);
    return { confidence, answered: given.length, right: given.filter(({ score }) => score === 1).length };
  });

const misconceptionsIn = (items: Items): Report['misconceptions'] => {
  const met = new Map<string, string[]>();
  for (const { question, misconceptions } of items)
    for (const id of misconceptions) met.set(id, [...(met.get(id) ?? []), question]);
  return [...met]
    .map(([id, questions]) => ({ id, questions }))
    .sort((a, b) => b.questions.length - a.questions.length || (a.id < b.id ? -1 : 1));
};

/** What an exam says. @param domains the objectives of the certificate, in their domains */
export const reportOn = ({ items, pass }: Pick<ExamEntry, 'items' | 'pass'>, domains: readonly Domain[]): Report => {
  const all = pointsOf(items);
  const line = pass / 100;
  const named = (id: string, title: string, of: Items): Named => ({ id, title, ...pointsOf(of) });
  return {
    ...all,
    // Shares are compared as points, where whole numbers stay whole.
    passed: all.of > 0 && all.points * 100 >= pass * all.of - 1e-9,
    close: all.interval.low < line && line <= all.interval.high,
    answered: items.filter(({ score }) => score !== null).length,
    domains: domains.flatMap(({ id, title, objectives }) => {
      const own = items.filter((item) => item.objectives.some((one) => objectives.some((known) => known.id === one)));
      if (own.length === 0) return [];
      return [
        {
          ...named(id, title, own),
          objectives: objectives.flatMap((objective) => {
            const its = own.filter((item) => item.objectives.includes(objective.id));
            return its.length === 0 ? [] : [named(objective.id, objective.title, its)];
          }),
        },
      ];
    }),
    confidence: confidenceIn(items),
    misconceptions: misconceptionsIn(items),
  };
};
