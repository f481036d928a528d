import type { Chart, ChartEdge, ChartState } from './chart.ts';

interface Props {
  chart: Chart;
  anywhere: readonly ChartEdge[];
  lit: ReadonlySet<string>;
  visited: ReadonlySet<string>;
}

const Way = ({ edge }: { edge: ChartEdge }) => (
  <li>
    {edge.labels.join(', or ')}: to <b>{edge.to}</b>
  </li>
);

const States = ({ states, chart, lit, visited }: Omit<Props, 'anywhere'> & { states: readonly ChartState[] }) => (
  <ul>
    {states.map((s) => {
      const edges = chart.edges.filter((e) => e.from === s.id);
      const marks = [
        lit.has(s.id) ? 'now here' : visited.has(s.id) ? 'was here' : '',
        s.initial ? 'begins here' : '',
        s.kind === 'final' ? 'ends here' : '',
        s.kind === 'parallel' ? 'all within at once' : '',
      ].filter((m) => m !== '');
      return (
        <li key={s.id} className={lit.has(s.id) ? 'lit' : ''} aria-current={lit.has(s.id) ? 'true' : undefined}>
          <b>{s.name}</b>
          {marks.length > 0 && <span className="soft"> ({marks.join(', ')})</span>}
          {edges.length > 0 && (
            <ul className="ways">
              {edges.map((e) => (
                <Way key={`${e.from} ${e.to}`} edge={e} />
              ))}
            </ul>
          )}
          {s.states.length > 0 && <States states={s.states} chart={chart} lit={lit} visited={visited} />}
        </li>
      );
    })}
  </ul>
);

/** A statechart in words: each state, what leads out of it, and where its machine is now. */
export const Words = ({ chart, anywhere, lit, visited }: Props) => (
  <section className="chart-words" aria-label="The chart in words">
    <States states={chart.states} chart={chart} lit={lit} visited={visited} />
    {anywhere.length > 0 && (
      <>
        <p>From any state:</p>
        <ul className="ways">
          {anywhere.map((e) => (
            <Way key={e.to} edge={e} />
          ))}
        </ul>
      </>
    )}
  </section>
);
