import type { Bookmark } from '../../share/recorded-run.ts';
import type { KnownFault } from './lab-state.ts';
import type { Scene } from './scene.ts';

interface Props {
  scene: Pick<Scene, 'end' | 'plan' | 'failures'>;
  bookmarks: readonly Bookmark[];
  faults: readonly KnownFault[];
}

interface Span {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** From when to when each fault was in effect; those that are over at once have no length. */
const faultSpans = (plan: Scene['plan'], end: number, faults: readonly KnownFault[]): Span[] => {
  const spans: Span[] = [];
  const open = new Map<string, number>();
  for (const step of plan) {
    if ('fault' in step && faults.find((f) => f.id === step.fault)?.lasting === false)
      spans.push({ id: step.fault, from: step.at, to: step.at });
    else if ('fault' in step && !open.has(step.fault)) open.set(step.fault, step.at);
    if (!('heal' in step)) continue;
    const from = open.get(step.heal);
    if (from !== undefined) spans.push({ id: step.heal, from, to: step.at });
    open.delete(step.heal);
  }
  for (const [id, from] of open) spans.push({ id, from, to: end });
  return spans;
};

/** What is worth knowing of a run, along its time: commands, failures, faults, bookmarks. Drawn; the panes say the same in words. */
export const Marks = ({ scene: { end, plan, failures }, bookmarks, faults }: Props) => {
  const x = (at: number): string => `${(100 * at) / Math.max(end, 1)}%`;
  // No two marks nearer than an eye can tell apart.
  const apart = new Set(failures.map((at) => Math.round((400 * at) / Math.max(end, 1))));
  return (
    <svg className="wb-marks" aria-hidden="true" width="100%" height="12">
      {faultSpans(plan, end, faults).map(({ id, from, to }) => (
        <rect
          key={`${id} ${from}`}
          className="fault"
          x={x(from)}
          width={to > from ? x(to - from) : 4}
          y="0"
          height="4"
        />
      ))}
      {[...apart].map((slot) => (
        <rect key={slot} className="failure" x={`${slot / 4}%`} width="2" y="5" height="7" />
      ))}
      {plan
        .filter((s) => 'run' in s)
        .map((s, i) => (
          <circle key={`${s.at} ${String(i)}`} className="command" cx={x(s.at)} cy="8.5" r="2.5" />
        ))}
      {bookmarks.map(({ at }) => (
        <rect key={at} className="bookmark" x={x(at)} width="3" y="0" height="12" />
      ))}
    </svg>
  );
};
