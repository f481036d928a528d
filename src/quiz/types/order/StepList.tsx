import { useLayoutEffect, useRef, useState } from 'react';
import { Said } from '../../feedback/Said.tsx';
import { richText } from '../../rich/text.ts';
import { RichText } from '../../rich/view.tsx';
import type { ViewProps } from '../view.ts';
import { moved } from './move.ts';
import type { OrderBody, OrderResponse } from './schema.ts';

type Direction = 'up' | 'down';

const ARROWS: Readonly<Record<Direction, string>> = { up: 'M6 14l6-6 6 6', down: 'M6 10l6 6 6-6' };

/** Steps with buttons that move them; a pointer may also drag them. */
export const StepList = ({ name, body, response, change, score, run }: ViewProps<OrderBody, OrderResponse>) => {
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<string | null>(null);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const ids = response ?? body.steps.map((step) => step.id);

  useLayoutEffect(() => {
    // A step that moves takes the focus with it. At an edge, the other button takes over.
    if (pressed.current === null) return;
    const [id, direction] = pressed.current.split(' ');
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>(`[data-step="${id}"] button`) ?? [])];
    (buttons.find((b) => b.dataset.move === direction && !b.disabled) ?? buttons.find((b) => !b.disabled))?.focus();
    pressed.current = null;
  });

  const move = (id: string, by: number, direction: Direction): void => {
    const to = ids.indexOf(id) + by;
    if (score !== null || to < 0 || to >= ids.length) return;
    pressed.current = `${id} ${direction}`;
    setSaid(`Now step ${to + 1} of ${ids.length}.`);
    change(moved(ids, id, to));
  };
  const press = (id: string) => (event: React.KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null;
    if (direction === null) return;
    event.preventDefault();
    move(id, direction === 'up' ? -1 : 1, direction);
  };
  return (
    <>
      <ol className="steps" ref={list}>
        {ids.map((id, i) => {
          const step = body.steps.find((candidate) => candidate.id === id);
          const part = score?.parts.find((candidate) => candidate.id === id) ?? null;
          if (step === undefined) return null;
          const words = richText(step.text);
          const right = body.order.indexOf(id);
          return (
            <li
              key={id}
              className="choice step"
              data-step={id}
              data-outcome={part?.outcome}
              data-dragged={dragged === id || undefined}
              draggable={score === null}
              onDragStart={() => setDragged(id)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => dragged !== null && event.preventDefault()}
              onDrop={() => dragged !== null && dragged !== id && change(moved(ids, dragged, i))}
            >
              <div className="option">
                <span className="letter">{i + 1}</span>
                <span className="text" id={`${name}-${id}`}>
                  <RichText text={step.text} phrasing />
                </span>
                {score === null && (
                  <span className="moves">
                    {(['up', 'down'] as const).map((direction) => (
                      <button
                        key={direction}
                        type="button"
                        data-move={direction}
                        aria-label={`Move ${direction}: ${words}`}
                        disabled={direction === 'up' ? i === 0 : i === ids.length - 1}
                        onClick={() => move(id, direction === 'up' ? -1 : 1, direction)}
                        onKeyDown={press(id)}
                      >
                        <svg
                          className="icon"
                          viewBox="0 0 24 24"
                          fill="none"
                          stroke="currentColor"
                          strokeWidth="2"
                          aria-hidden="true"
                        >
                          <path d={ARROWS[direction]} />
                        </svg>
                      </button>
                    ))}
                  </span>
                )}
              </div>
              {part !== null && (part.outcome === 'wrong' || part.feedback.length > 0) && (
                <Said part={part} run={run(id)} word={part.outcome === 'wrong' ? 'Not in order.' : 'In order.'}>
                  {right !== i ? `Its place is ${right + 1}.` : part.outcome === 'wrong' && 'Its place is right.'}
                </Said>
              )}
            </li>
          );
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
};
