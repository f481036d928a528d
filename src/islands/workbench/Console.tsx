import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Typed } from '../../sim/index.ts';

interface Props {
  typed: readonly Typed[];
  onType: (script: string) => void;
}

/** The operator's console: what was typed and printed, and a line to type the next command in. */
export const Console = ({ typed, onType }: Props) => {
  const [line, setLine] = useState('');
  const [back, setBack] = useState(0);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [typed.length]);

  const submit = (event: FormEvent): void => {
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
      <div className="wb-printed" role="log" aria-label="Output of commands" tabIndex={0}>
        {typed.map((t, i) => (
          <div key={`${t.startedAt} ${i}`}>
            <p className="wb-prompt">$ {t.script}</p>
            {t.stdout !== '' && <pre>{t.stdout}</pre>}
            {t.stderr !== '' && <pre className="wb-stderr">{t.stderr}</pre>}
            {t.exit !== null && t.exit !== 0 && <p className="soft">exit code {t.exit}</p>}
            {t.exit === null && <p className="soft">still running</p>}
          </div>
        ))}
        <div ref={end} />
      </div>
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
