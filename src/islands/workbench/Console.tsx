import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Typed } from '../../sim/index.ts';

interface Props {
  typed: readonly Typed[];
  onType: (script: string) => void;
}

/** Commands are only ever added, so a place in the list is a name for life. */
const keyOf = (typed: Typed, place: number): string => `${typed.startedAt} ${place}`;

/** The operator's console: what was typed and printed, and a line to type the next command in. */
export const Console = ({ typed, onType }: Props) => {
  const [line, setLine] = useState('');
  const [back, setBack] = useState(0);
  const printed = useRef<HTMLElement>(null);
  const count = typed.length;
  useEffect(() => {
    const box = printed.current;
    if (box && count > 0) box.scrollTop = box.scrollHeight;
  }, [count]);

  const submit = (event: { preventDefault(): void }): void => {
    event.preventDefault();
    if (line.trim() === '') return;
    onType(line);
    setLine('');
    setBack(0);
  };
  const recall = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const to = Math.min(typed.length, Math.max(0, back + (event.key === 'ArrowUp' ? 1 : -1)));
    setBack(to);
    setLine(to === 0 ? '' : (typed[typed.length - to]?.script ?? ''));
  };
  return (
    <div className="wb-console">
      <section className="wb-printed" aria-label="Output of commands" aria-live="polite" ref={printed}>
        {typed.map((t, i) => (
          <div key={keyOf(t, i)}>
            <p className="wb-prompt">$ {t.script}</p>
            {t.stdout !== '' && <pre>{t.stdout}</pre>}
            {t.stderr !== '' && <pre className="wb-stderr">{t.stderr}</pre>}
            {t.exit !== null && t.exit !== 0 && <p className="soft">exit code {t.exit}</p>}
            {t.exit === null && <p className="soft">still running</p>}
          </div>
        ))}
      </section>
      <form onSubmit={submit}>
        <label htmlFor="wb-line">$</label>
        <input
          id="wb-line"
          aria-label="Command"
          value={line}
          onChange={(e) => setLine(e.target.value)}
          onKeyDown={recall}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="kubectl get pods -A"
        />
        <button type="submit">Enter</button>
      </form>
    </div>
  );
};
