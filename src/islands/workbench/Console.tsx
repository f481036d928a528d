import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Typed } from '../../sim/index.ts';
import { Icon } from '../shared/Icon.tsx';
import { keep, recall } from '../shared/session.ts';
import { type Completion, completed } from './completion.ts';
import { copyText } from './copy.ts';

interface Props {
  typed: readonly Typed[];
  /** The last command still runs. */
  busy: boolean;
  onType: (script: string) => void;
  onInterrupt: () => void;
  /** What could stand at the cursor; null when nothing fits. */
  complete: (line: string, cursor: number) => Completion | null;
}

/** Where the tab remembers the line. */
const LINE = 'workbench line';
/** Commands that are drawn; a copy has all of them. */
const SHOWN = 60;
/** Characters of an output that are drawn; a followed log has no end. */
const LONGEST = 20_000;

/** Commands are only ever added, so a place in the list is a name for life. */
const keyOf = (typed: Typed, place: number): string => `${typed.startedAt} ${place}`;

const shortened = (text: string): string => (text.length > LONGEST ? `…\n${text.slice(-LONGEST)}` : text);

const transcript = (typed: readonly Typed[]): string =>
  typed.map((t) => `$ ${t.script}\n${t.stdout}${t.stderr}`).join('');

/**
 * The operator's console: what was typed and printed, and a line to type the next command in. It is plain text in the
 * page, not a drawn terminal such as xterm.js: the commands of the model print lines and never move a cursor, and plain
 * text is selected, searched, zoomed, reflowed on a phone and read aloud by what the reader already uses. It also costs
 * 2 KB, where xterm.js 6.0.0 has 88 KB (both gzip).
 */
export const Console = ({ typed, busy, onType, onInterrupt, complete }: Props) => {
  const [line, setLine] = useState('');
  const [back, setBack] = useState(0);
  const [choices, setChoices] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const printed = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  /** After Escape the next Tab leaves. */
  const leaving = useRef(false);
  const count = typed.length;
  const length = typed.at(-1)?.stdout.length ?? 0;
  useEffect(() => {
    const box = printed.current;
    if (box && count + length > 0) box.scrollTop = box.scrollHeight;
  }, [count, length]);

  const write = (text: string): void => {
    setLine(text);
    setChoices([]);
    leaving.current = false;
    keep(LINE, text);
  };
  // A command that was not entered yet is still there after a reload.
  useEffect(() => {
    const typed = recall(LINE);
    if (typeof typed === 'string') setLine((now) => now || typed);
  }, []);
  const submit = (event: { preventDefault(): void }): void => {
    event.preventDefault();
    if (line.trim() === '' || busy) return;
    onType(line);
    write('');
    setBack(0);
  };
  const earlier = (direction: 1 | -1): void => {
    const to = Math.min(typed.length, Math.max(0, back + direction));
    setBack(to);
    write(to === 0 ? '' : (typed[typed.length - to]?.script ?? ''));
  };
  const tab = (event: KeyboardEvent): void => {
    const cursor = input.current?.selectionStart ?? line.length;
    const found = leaving.current || line.trim() === '' ? null : complete(line, cursor);
    // Where nothing is completed Tab goes on to what comes next, so that nobody is caught here.
    if (!found) return;
    event.preventDefault();
    const { text, cursor: to, choices: left } = completed(line, cursor, found);
    setLine(text);
    setChoices(left);
    requestAnimationFrame(() => input.current?.setSelectionRange(to, to));
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      earlier(event.key === 'ArrowUp' ? 1 : -1);
    } else if (event.key === 'Tab' && !event.shiftKey) tab(event);
    else if (event.key === 'c' && event.ctrlKey && input.current?.selectionStart === input.current?.selectionEnd) {
      event.preventDefault();
      if (busy) onInterrupt();
      else write('');
    } else if (event.key === 'Escape') {
      setChoices([]);
      leaving.current = true;
    }
  };
  const first = Math.max(0, count - SHOWN);
  return (
    <div className="wb-console">
      <section className="wb-printed" aria-label="Output of commands" role="log" tabIndex={0} ref={printed}>
        {first > 0 && <p className="soft">{first} earlier commands are in the copy.</p>}
        {typed.slice(first).map((t, i) => (
          <div key={keyOf(t, first + i)}>
            <p className="wb-prompt">
              <span aria-hidden="true">$ </span>
              <span className="visually-hidden">Command: </span>
              {t.script}
            </p>
            {t.stdout !== '' && <pre>{shortened(t.stdout)}</pre>}
            {t.stderr !== '' && (
              <pre className="wb-stderr">
                <span className="visually-hidden">Error: </span>
                {shortened(t.stderr)}
              </pre>
            )}
            {t.exit !== null && t.exit !== 0 && <p className="soft">exit code {t.exit}</p>}
            {t.exit === null && <p className="soft">still running; it goes on as time passes</p>}
          </div>
        ))}
      </section>
      {choices.length > 0 && (
        <p className="wb-choices" role="status">
          {choices.slice(0, 60).join('  ')}
          {choices.length > 60 && ` and ${choices.length - 60} more`}
        </p>
      )}
      <form onSubmit={submit}>
        <label htmlFor="wb-line">$</label>
        <input
          id="wb-line"
          ref={input}
          aria-label="Command"
          aria-describedby={busy ? 'wb-busy' : undefined}
          value={line}
          onChange={(e) => write(e.target.value)}
          onKeyDown={key}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="kubectl get pods -A"
        />
        {busy ? (
          <button type="button" onClick={onInterrupt}>
            Ctrl+C
          </button>
        ) : (
          <button type="submit">Enter</button>
        )}
        <button
          type="button"
          className="wb-quiet"
          aria-label="Copy commands and output"
          title="Copy commands and output"
          disabled={count === 0}
          onClick={() =>
            void copyText(transcript(typed)).then((ok) => setSaid(ok ? 'Copied.' : 'Copying was refused.'))
          }
        >
          <Icon name="copy" />
        </button>
      </form>
      {busy && (
        <p id="wb-busy" className="soft">
          A command still runs. Let time pass, or end it with Ctrl+C.
        </p>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
};
