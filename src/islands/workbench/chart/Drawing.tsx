import { useEffect, useState } from 'react';
import type { Chart } from './chart.ts';
import { type Drawn, layoutOf } from './layout.ts';

interface Props {
  chart: Chart;
  lit: ReadonlySet<string>;
  visited: ReadonlySet<string>;
}

const path = (points: Drawn['lines'][number]['points']): string =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** A statechart. The words below it say the same, so it is hidden from screen readers. */
export const Drawing = ({ chart, lit, visited }: Props) => {
  const [drawn, setDrawn] = useState<Drawn | 'failed' | null>(null);
  useEffect(() => {
    let gone = false;
    setDrawn(null);
    layoutOf(chart).then(
      (d) => !gone && setDrawn(d),
      () => !gone && setDrawn('failed'),
    );
    return () => {
      gone = true;
    };
  }, [chart]);
  if (drawn === 'failed')
    return <p className="soft">The drawing could not be laid out; the words below say the same.</p>;
  if (drawn === null) return <p className="soft">The chart is being laid out…</p>;
  const { width, height, boxes, lines } = drawn;
  return (
    <div className="chart" aria-hidden="true">
      <svg aria-hidden="true" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <defs>
          <marker id="chart-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0L8 4L0 8z" className="tip" />
          </marker>
        </defs>
        {boxes.map((b) => (
          <g
            key={b.id}
            className={`state ${b.kind}${b.compound ? ' compound' : ''}${lit.has(b.id) ? ' lit' : visited.has(b.id) ? ' visited' : ''}`}
            data-state={b.id}
          >
            <rect x={b.x} y={b.y} width={b.width} height={b.height} rx="6" />
            {b.kind === 'final' && (
              <rect x={b.x + 3} y={b.y + 3} width={b.width - 6} height={b.height - 6} rx="4" className="inner" />
            )}
            {b.initial && <circle cx={b.x + 9} cy={b.y + (b.compound ? 14 : b.height / 2)} r="3.5" className="begin" />}
            <text x={b.x + b.width / 2} y={b.compound ? b.y + 19 : b.y + b.height / 2 + 4.5} textAnchor="middle">
              {b.name}
            </text>
          </g>
        ))}
        {lines.map((l) => (
          <g key={`${l.from} ${l.to}`} className={`edge${visited.has(l.from) && visited.has(l.to) ? ' visited' : ''}`}>
            <path d={path(l.points)} markerEnd="url(#chart-tip)" />
            {l.label?.lines.map((text, i) => (
              <text key={text} x={l.label?.x} y={(l.label?.y ?? 0) + 10 + i * 13}>
                {text}
              </text>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
};
