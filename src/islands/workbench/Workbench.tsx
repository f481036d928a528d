import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { findingsOf } from '../../rules/index.ts';
import { Editor } from '../editor/Editor.tsx';
import type { EditorHandle } from '../editor/handle.ts';
import { Icon } from '../shared/Icon.tsx';
import { Console } from './Console.tsx';
import { readDraft, writeDraft } from './draft.ts';
import { FindingsPane } from './FindingsPane.tsx';
import { Lanes } from './Lanes.tsx';
import { LogsPane } from './LogsPane.tsx';
import { Lab, type Opening } from './lab.ts';
import { MessagePane } from './MessagePane.tsx';
import { Timeline } from './Timeline.tsx';
import { useLab } from './use-lab.ts';

interface Props {
  /** Openings by name; the address says which, `default` otherwise. */
  openings: Readonly<Record<string, Opening>>;
  /** A lab that is done on this bench: its opening's name, whatever the address says, and its task and checks. */
  task?: BenchTask;
}

/** What a page adds to the bench: a lab's task and checks, in a pane and a tab of their own. */
export interface BenchTask {
  /** The opening to take, and the place under which the work is kept. */
  readonly opening: string;
  /** Heading of the page. */
  readonly title: string;
  /** What stands in the pane. Called on each drawing: the bench's state is the newest. */
  readonly panel: (bench: Lab) => ReactNode;
}

const TABS = ['Files', 'Run', 'Console', 'Message'] as const;
type Tab = (typeof TABS)[number] | 'Task';

const nameFromAddress = (openings: Props['openings']): string => {
  const query = new URLSearchParams(location.search);
  const asked = query.get('scenario') ?? query.get('proof');
  return asked !== null && Object.hasOwn(openings, asked) ? asked : 'default';
};

/** Files, the parties and what they say, messages, console and time, on one world. */
export const Workbench = ({ openings, task }: Props) => {
  // The server draws the default; what the address asks for comes when the page is alive.
  const [name, setName] = useState(task?.opening ?? 'default');
  useEffect(() => {
    if (!task) setName(nameFromAddress(openings));
  }, [openings, task]);
  const lab = useMemo(() => {
    const opening = openings[name];
    if (!opening) throw new Error(`the page brings no opening "${name}"`);
    return new Lab(opening);
  }, [name, openings]);
  const state = useLab(lab);
  const { files, scene, selected } = state;
  const names = Object.keys(files);
  const [file, setFile] = useState(names[0] ?? '');
  const [tab, setTab] = useState<Tab>(task ? 'Task' : 'Files');
  const [lower, setLower] = useState<'message' | 'logs'>('message');
  const [left, setLeft] = useState<'findings' | 'console'>('findings');
  const editor = useRef<EditorHandle>(null);

  useEffect(() => {
    let gone = false;
    readDraft(name).then((draft) => {
      if (gone || !draft) return;
      for (const [n, text] of Object.entries(draft)) lab.edit(n, text);
    });
    return () => {
      gone = true;
      lab.pause();
    };
  }, [lab, name]);

  const edit = useCallback(
    (n: string, text: string) => {
      lab.edit(n, text);
      writeDraft(name, { ...lab.state.files });
    },
    [lab, name],
  );
  const findings = useMemo(() => findingsOf(Object.entries(files).map(([n, text]) => ({ name: n, text }))), [files]);
  const exchange = scene?.exchanges.find((e) => e.id === selected) ?? null;
  const explanation = useMemo(() => (exchange ? lab.explain(exchange.id) : null), [lab, exchange]);
  const causes = useMemo(() => (exchange ? lab.causes(exchange.id, exchange.state) : []), [lab, exchange]);
  const goTo = (name: string, line: number, column: number): void => {
    setFile(name);
    setTab('Files');
    requestAnimationFrame(() => editor.current?.go(line, column));
  };
  const run = (): void => {
    lab.run();
    setTab('Run');
  };
  const select = (id: number): void => {
    lab.select(id);
    setLower('message');
    setTab('Message');
  };

  return (
    <div className={task ? 'wb with-task' : 'wb'} data-tab={tab}>
      <header className="wb-bar">
        <h1>{task?.title ?? 'Workbench'}</h1>
        {!task && <p className="soft">{lab.opening.title}</p>}
        <div className="wb-do">
          <button type="button" className="primary" onClick={run}>
            <Icon name="play" />
            <span>Run</span>
          </button>
          <button type="button" disabled={scene === null || !state.changed} onClick={() => lab.apply()}>
            Apply changes
          </button>
          <button
            type="button"
            onClick={() => {
              lab.reset();
              writeDraft(name, null);
            }}
          >
            <Icon name="rotate-ccw" />
            <span>Reset</span>
          </button>
          <label className="wb-fault">
            <span>Break</span>
            <select
              value=""
              disabled={scene === null}
              onChange={(e) => {
                const id = e.target.value;
                lab.fault(id, state.activeFaults.includes(id) ? 'end' : 'begin');
              }}
            >
              <option value="">choose a fault…</option>
              {lab.faults.map((f) => (
                <option key={f.id} value={f.id}>
                  {state.activeFaults.includes(f.id) ? `End: ${f.title}` : f.title}
                </option>
              ))}
            </select>
          </label>
        </div>
      </header>
      {state.trouble && (
        <p className="wb-trouble" role="alert">
          <Icon name="circle-alert" />
          <span>
            {state.trouble.text} {state.trouble.remedy}
          </span>
        </p>
      )}
      {state.activeFaults.length > 0 && (
        <p className="wb-active">
          <Icon name="triangle-alert" /> Active:{' '}
          {lab.faults
            .filter((f) => state.activeFaults.includes(f.id))
            .map((f) => f.title)
            .join(', ')}
        </p>
      )}
      <div className="wb-tabs">
        {(task ? (['Task', ...TABS] as const) : TABS).map((t) => (
          <button key={t} type="button" aria-pressed={tab === t} onClick={() => setTab(t)}>
            {t}
          </button>
        ))}
      </div>
      {task && (
        <section className="wb-task" aria-label="Task" tabIndex={0}>
          {task.panel(lab)}
        </section>
      )}
      <section className="wb-files" aria-label="Files">
        <div className="wb-names">
          {names.map((n) => {
            const count = findings.filter((f) => f.file === n && f.severity !== 'note').length;
            return (
              <button key={n} type="button" aria-pressed={file === n} onClick={() => setFile(n)}>
                {n}
                {count > 0 && (
                  <span className="wb-count">
                    {count}
                    <span className="visually-hidden"> findings</span>
                  </span>
                )}
              </button>
            );
          })}
        </div>
        <Editor
          ref={editor}
          file={file}
          text={files[file] ?? ''}
          findings={findings}
          onChange={(text) => edit(file, text)}
        />
      </section>
      <section className="wb-under" aria-label="Findings and console">
        <div className="wb-names">
          <button type="button" aria-pressed={left === 'findings'} onClick={() => setLeft('findings')}>
            Findings <span className="wb-count">{findings.length}</span>
          </button>
          <button type="button" aria-pressed={left === 'console'} onClick={() => setLeft('console')}>
            Console
          </button>
        </div>
        <section
          className="wb-under-body"
          data-show={left}
          tabIndex={0}
          aria-label={left === 'findings' ? 'Findings' : 'Console'}
        >
          <div className="wb-show-findings">
            <FindingsPane
              findings={findings}
              files={files}
              onEdit={edit}
              onGo={(f) => goTo(f.file, f.span.start.line, f.span.start.column)}
            />
          </div>
          <div className="wb-show-console">
            <Console typed={scene?.typed ?? []} onType={(script) => lab.type(script)} />
          </div>
        </section>
      </section>
      <section className="wb-run run" aria-label="Exchanges" tabIndex={0}>
        {scene === null ? (
          <p className="wb-empty">Press Run. The files are applied to a new cluster, and each exchange appears here.</p>
        ) : (
          <Lanes scene={scene} selected={selected} onSelect={select} />
        )}
      </section>
      <section className="wb-lower" aria-label="Message and logs">
        <div className="wb-names">
          <button type="button" aria-pressed={lower === 'message'} onClick={() => setLower('message')}>
            Message
          </button>
          <button type="button" aria-pressed={lower === 'logs'} onClick={() => setLower('logs')}>
            Logs
          </button>
        </div>
        {lower === 'message' ? (
          <MessagePane
            exchange={exchange}
            explanation={explanation}
            causes={causes}
            isApplied={(name) => lab.isApplied(name)}
            onGo={(cause) => goTo(cause.file, cause.line, cause.column)}
          />
        ) : (
          <LogsPane moments={scene?.moments ?? []} />
        )}
      </section>
      <Timeline lab={lab} scene={scene} playing={state.playing} speed={state.speed} />
    </div>
  );
};
