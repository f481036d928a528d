import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Finding } from '../../rules/index.ts';
import type { EditorHandle, RichEditor } from './handle.ts';
import { Typing } from './typing.ts';

interface Props {
  file: string;
  text: string;
  findings: readonly Finding[];
  /** Lines of this file to point out, from 1. */
  lines?: readonly number[];
  onChange: (text: string) => void;
  /** Whether it is time for the rich editor; before, what the page needs first is not held up by it. */
  rich?: boolean;
  /** The cursor has come to a line, from 1. */
  onLine?: (line: number) => void;
  ref?: Ref<EditorHandle>;
}

/** No lines; one list for all time, so that nothing is drawn anew for it. */
const NONE: readonly number[] = [];

/**
 * A plain editor that can be used at once. When the rich one has been loaded it takes its place, with the text, the
 * cursor, and all that was typed as steps one can undo.
 */
export const Editor = ({ file, text, findings, lines = NONE, rich: wanted = true, onChange, onLine, ref }: Props) => {
  const plain = useRef<HTMLTextAreaElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const rich = useRef<RichEditor | null>(null);
  const typing = useRef<Typing | null>(null);
  const latest = useRef({ file, text, findings, lines, onChange, onLine });
  latest.current = { file, text, findings, lines, onChange, onLine };
  typing.current ??= new Typing({ [file]: text });

  // Somebody may have typed before the page was alive; that text counts.
  useEffect(() => {
    const typed = plain.current?.value;
    if (typed !== undefined && typed !== latest.current.text) latest.current.onChange(typed);
  }, []);

  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    const box = host.current;
    import('./monaco.ts').then(
      ({ openMonaco }) => {
        if (gone || !box || !typing.current) return;
        const { selectionStart = 0, selectionEnd = 0 } = plain.current ?? {};
        const focused = document.activeElement === plain.current;
        const now = latest.current;
        const editor = openMonaco(
          box,
          typing.current,
          now,
          { start: selectionStart, end: selectionEnd },
          (name, value) => {
            if (name === latest.current.file) latest.current.onChange(value);
          },
          (line) => latest.current.onLine?.(line),
        );
        rich.current = editor;
        editor.point(now.lines);
        box.dataset.ready = 'true';
        if (focused) editor.focus();
      },
      // Offline or blocked: the plain editor stays, which can do everything but colors and hovers.
      () => {},
    );
    return () => {
      gone = true;
      rich.current?.dispose();
      rich.current = null;
    };
  }, [wanted]);

  useEffect(() => {
    typing.current?.note(file, text);
    rich.current?.show(file, text);
  }, [file, text]);

  useEffect(() => {
    rich.current?.mark(findings);
  }, [findings]);

  useEffect(() => {
    rich.current?.point(lines);
  }, [lines]);

  useImperativeHandle(ref, () => ({
    focus: () => (rich.current ?? plain.current)?.focus(),
    go: (line, column) => {
      if (rich.current) {
        rich.current.go(line, column);
        return;
      }
      const box = plain.current;
      if (!box) return;
      const at = box.value
        .split('\n')
        .slice(0, line - 1)
        .reduce((n, l) => n + l.length + 1, column - 1);
      box.focus();
      box.setSelectionRange(at, at);
    },
  }));

  return (
    <div className="wb-editor">
      <div ref={host} className="wb-monaco" />
      <textarea
        ref={plain}
        className="wb-plain"
        aria-label={`Text of ${file}`}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        onChange={(e) => onChange(e.target.value)}
        onSelect={(e) => onLine?.(e.currentTarget.value.slice(0, e.currentTarget.selectionStart).split('\n').length)}
      />
    </div>
  );
};
