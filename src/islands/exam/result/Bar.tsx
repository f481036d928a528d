import type { Points } from '../../../exam/result/report.ts';
import { percent } from '../words.ts';

/** Width of the drawing in its own units: one for each tenth of a percent. */
const WIDE = 1000;

interface Props {
  value: Points;
  /** Our line, in percent. */
  line: number;
  label: string;
}

/** A share as a bar, with its interval as a bracket over it and our line as a mark. The figures stand beside it as text. */
export const Bar = ({ value: { points, of, interval }, line, label }: Props) => {
  const share = of === 0 ? 0 : points / of;
  const [low, high] = [interval.low * WIDE, interval.high * WIDE];
  return (
    <svg
      className="share-bar"
      viewBox={`0 0 ${WIDE} 60`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${label}: ${percent(share)}, between ${percent(interval.low)} and ${percent(interval.high)}`}
    >
      <rect className="ground" x="0" y="20" width={WIDE} height="20" />
      <rect className="share" x="0" y="20" width={share * WIDE} height="20" />
      <line className="line" x1={line * 10} x2={line * 10} y1="8" y2="52" />
      <path className="interval" d={`M${low} 14V46M${low} 30H${high}M${high} 14V46`} />
    </svg>
  );
};
