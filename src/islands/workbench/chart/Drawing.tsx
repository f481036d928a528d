import { useEffect, useRef, useState } from 'react';
import type { Chart } from './chart.ts';
import { type Drawn, layoutOf } from './layout.ts';

interface Props {
  chart: Chart;
  lit: ReadonlySet<string>;
  visited: ReadonlySet<string>;
}

const path = (points: Drawn['lines'][number]['points']): string =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** A wide chart is drawn smaller, but not smaller than this share: it could not be read. */
const LEAST = 0.8;

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
  const box = useRef<HTMLDivElement>(null);
  const now = [...lit].at(-1) ?? '';
  // What is lit is in sight: the pane is smaller than a large machine.
  useEffect(() => {
    if (drawn === null || drawn === 'failed') return;
    const pane = box.current?.closest('section');
    const state = box.current?.querySelector(`[data-state="${CSS.escape(now)}"]`);
    if (!pane || !state) return;
    const [inner, outer] = [state.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom)
      pane.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
  }, [drawn, now]);
  if (drawn === 'failed')
    return <p className="soft">The drawing could not be laid out; the words below say the same.</p>;
  if (drawn === null) return <p className="soft">The chart is being laid out…</p>;
  const { width, height, boxes, lines } = drawn;
  return (
    <div className="chart" aria-hidden="true" ref={box}>
      <svg aria-hidden="true" style={{ minWidth: width * LEAST }} width={width} viewBox={`0 0 ${width} ${height}`}>
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
            {b.initial && <circle cx={b.x + 9} cy={b.y + 15} r="3.5" className="begin" />}
            <text x={b.x + b.width / 2} y={b.y + (b.compound ? 19 : 19.5)} textAnchor="middle">
              {b.name}
            </text>
            {!b.compound &&
              b.exits.map((text, i) => (
                <text key={text} className="exit" x={b.x + b.width / 2} y={b.y + 33 + i * 13} textAnchor="middle">
                  {text}
                </text>
              ))}
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
