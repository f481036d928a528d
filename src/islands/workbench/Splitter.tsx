import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

interface Props {
  /** What it divides, for screen readers: "Width of the files". */
  label: string;
  /** `vertical`: a line from top to bottom, moved sideways. */
  orientation: 'vertical' | 'horizontal';
  /** Percent that the first part has. */
  value: number;
  className: string;
  onChange: (percent: number) => void;
}

const LEAST = 15;
const MOST = 85;
const STEP = 3;
const KEYS: Readonly<Record<string, number>> = { ArrowLeft: -STEP, ArrowUp: -STEP, ArrowRight: STEP, ArrowDown: STEP };

const within = (percent: number): number => Math.round(10 * Math.min(MOST, Math.max(LEAST, percent))) / 10;

/** The line between two panes: dragged, or moved by arrow keys; a double click puts it back. */
export const Splitter = ({ label, orientation, value, className, onChange }: Props) => {
  const held = useRef(false);
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const box = held.current ? event.currentTarget.closest('.wb')?.querySelector('.wb-panes') : null;
    if (!box) return;
    const { left, top, width, height } = box.getBoundingClientRect();
    const share = orientation === 'vertical' ? (event.clientX - left) / width : (event.clientY - top) / height;
    onChange(within(100 * share));
  };
  const key = (event: KeyboardEvent): void => {
    const by = KEYS[event.key];
    const to = event.key === 'Home' ? LEAST : event.key === 'End' ? MOST : by === undefined ? null : value + by;
    if (to === null) return;
    event.preventDefault();
    onChange(within(to));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved has no element of its own
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(value)}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      className={`wb-splitter ${orientation} ${className}`}
      onKeyDown={key}
      onPointerDown={(e) => {
        held.current = true;
        e.currentTarget.setPointerCapture(e.pointerId);
      }}
      onPointerMove={move}
      onPointerUp={() => {
        held.current = false;
      }}
    />
  );
};
