import {
  type CSSProperties,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { EditorHandle } from '../editor/handle.ts';
import { Alerts } from './Alerts.tsx';
import { Bar } from './Bar.tsx';
import { Boundary } from './Boundary.tsx';
import { beginLab, beginTask } from './begin.ts';
import { Console } from './Console.tsx';
import { writeDraft } from './draft.ts';
import { FilesPane } from './FilesPane.tsx';
import { FindingsPane } from './FindingsPane.tsx';
import { Lanes } from './Lanes.tsx';
import { LogsPane } from './LogsPane.tsx';
import { Lab } from './lab.ts';
import { useLayout } from './layout.ts';
import { MessagePane } from './MessagePane.tsx';
import type { Opening } from './opening.ts';
import { type DialogHandle, ShortcutsDialog } from './ShortcutsDialog.tsx';
import { Splitter } from './Splitter.tsx';
import { type Shortcut, useShortcuts } from './shortcuts.ts';
import { Timeline } from './Timeline.tsx';
import { useDrop } from './use-drop.ts';
import { useLab } from './use-lab.ts';
import { useModel } from './use-model.ts';
import { LOWER, TABS, usePanes } from './use-panes.ts';

interface Props {
  /** What is opened when the address asks for nothing else. */
  opening: Opening;
  /** Address below which the other openings are. */
  openings: string;
  /** A task to be done on this bench, whatever the address says. */
  task?: BenchTask;
}

/** What a page adds to the bench: a pane and a tab of its own, and where the work is kept. */
export interface BenchTask {
  /** The bench is kept under this name. */
  readonly name: string;
  /** Heading of the page. */
  readonly title: string;
  /** The file that is shown first. */
  readonly file: string | null;
  /** What stands in the pane. */
  readonly panel: (bench: Lab) => ReactNode;
}

const StatePane = lazy(() => import('./chart/StatePane.tsx'));
const ObjectsPane = lazy(() => import('./objects/ObjectsPane.tsx'));
const FollowPane = lazy(() => import('./follow/FollowPane.tsx'));
const ComparePane = lazy(() => import('./compare/ComparePane.tsx'));
const NOTHING: ReadonlySet<number> = new Set();
const NO_LINES: readonly number[] = [];

/** Files, the parties and what they say, messages, console and time, on one world. */
export const Workbench = ({ opening, openings, task }: Props) => {
  const [lab] = useState(() => new Lab(opening));
  const state = useLab(lab);
  const { model, failed: modelFailed } = useModel(lab);
  const { files, scene, selected } = state;
  const [name, setName] = useState<string | null>(null);
  const [{ tab, lower, left, file: asked }, open] = usePanes(task);
  const setFile = useCallback((to: string) => open({ file: to }), [open]);
  const file = asked in files ? asked : (Object.keys(files)[0] ?? '');
  const [line, setLine] = useState<number | null>(null);
  const editor = useRef<EditorHandle>(null);
  const keys = useRef<DialogHandle>(null);
  const { layout, recall, change } = useLayout();

  useEffect(() => {
    recall();
    void (task ? beginTask(lab, task.name) : beginLab(lab, opening, openings)).then(setName);
    return () => lab.pause();
  }, [lab, opening, openings, task, recall]);

  // Whatever changes what would be lost is kept: files, runs, the moment shown.
  useEffect(() => {
    if (name === null) return;
    let before = lab.record();
    const keep = (): void => {
      if (lab.state.work || lab.state.playing) return;
      const now = lab.record();
      if (
        now.files === before.files &&
        now.world === before.world &&
        JSON.stringify(now.run) === JSON.stringify(before.run)
      )
        return;
      before = now;
      writeDraft(name, now);
    };
    return lab.subscribe(keep);
  }, [lab, name]);

  const edit = useCallback((n: string, text: string) => lab.edit(n, text), [lab]);
  const findings = useMemo(
    () => model?.findingsOf(Object.entries(files).map(([n, text]) => ({ name: n, text }))) ?? [],
    [files, model],
  );
  const exchange = useMemo(() => scene?.exchanges.find((e) => e.id === selected) ?? null, [scene, selected]);
  const explanation = useMemo(() => (exchange ? lab.explain(exchange.id) : null), [lab, exchange]);
  const causes = useMemo(() => (exchange ? lab.causes(exchange) : []), [lab, exchange]);
  const lines = useMemo(() => {
    const there = causes.filter((c) => c.file === file && lab.isApplied(file)).map((c) => c.line);
    return there.length > 0 ? there : NO_LINES;
  }, [causes, file, lab]);
  const caused = useMemo(
    () => (line === null || state.playing || scene === null ? NOTHING : lab.causedBy(file, line)),
    [lab, line, file, scene, state.playing],
  );

  const goTo = useCallback(
    (where: string, to: number, column: number): void => {
      open({ file: where, tab: 'Files' });
      requestAnimationFrame(() => editor.current?.go(to, column));
    },
    [open],
  );
  const run = useCallback((): void => {
    lab.run();
    open({ tab: 'Run' });
  }, [lab, open]);
  const select = useCallback(
    (id: number): void => {
      lab.select(id);
      open({ lower: 'Message', tab: 'Message' });
    },
    [lab, open],
  );
  const openFiles = useCallback(
    (given: readonly File[]) =>
      void import('./actions.ts').then((a) => a.openFiles(lab, given)).then((n) => n && setFile(n)),
    [lab, setFile],
  );
  const shortcuts = useMemo(
    (): readonly Shortcut[] => [
      { key: 'Ctrl+Enter', does: 'Run the files in a new world', action: run },
      { key: ' ', does: 'Play or pause', action: () => (lab.state.playing ? lab.pause() : lab.play()) },
      { key: 'j', does: 'On to the next exchange', action: () => lab.step(1) },
      { key: 'k', does: 'Back to the exchange before', action: () => lab.step(-1) },
      { key: '.', does: 'On to the next transition of a state', action: () => lab.stepState(1) },
      { key: ',', does: 'Back to the transition before', action: () => lab.stepState(-1) },
      { key: 'f', does: 'On to the next failure', action: () => lab.nextFailure() },
      { key: 'b', does: 'Bookmark this moment', action: () => lab.toggleBookmark() },
      { key: 'u', does: 'Undo what was done to the run or to the files as a whole', action: () => lab.undo() },
      {
        key: 'c',
        does: 'To the console',
        action: () => {
          open({ tab: 'Console', left: 'console' });
          requestAnimationFrame(() => document.getElementById('wb-line')?.focus());
        },
      },
      {
        key: 'e',
        does: 'To the editor',
        action: () => {
          open({ tab: 'Files' });
          requestAnimationFrame(() => editor.current?.focus());
        },
      },
      { key: '?', does: 'Show this list', action: () => keys.current?.open() },
    ],
    [lab, open, run],
  );
  useShortcuts(shortcuts);
  useDrop(openFiles);

  const shares = { '--files': layout.files, '--left': layout.left, '--right': layout.right } as CSSProperties;
  return (
    <div className={task ? 'wb with-task' : 'wb'} data-tab={tab}>
      <Bar
        lab={lab}
        state={state}
        title={task?.title ?? null}
        file={file}
        onRun={run}
        onFile={setFile}
        onOpen={openFiles}
        onKeys={() => keys.current?.open()}
      />
      <Alerts lab={lab} state={state} />
      <div className="wb-tabs">
        {(task ? (['Task', ...TABS] as const) : TABS).map((t) => (
          <button key={t} type="button" aria-pressed={tab === t} onClick={() => open({ tab: t })}>
            {t}
          </button>
        ))}
      </div>
      {task && (
        <section className="wb-task" aria-label="Task" tabIndex={0}>
          {task.panel(lab)}
        </section>
      )}
      <div className="wb-panes" style={shares}>
        <div className="wb-left">
          <FilesPane
            files={files}
            file={file}
            findings={findings}
            lines={lines}
            onFile={setFile}
            onEdit={edit}
            onLine={setLine}
            rich={model !== null || modelFailed}
            editor={editor}
          />
          <Splitter
            label="Height of the editor"
            orientation="horizontal"
            className="wb-split-left"
            value={layout.left}
            onChange={(value) => change({ left: value })}
          />
          <section className="wb-under" aria-label="Findings and console">
            <div className="wb-names">
              <button type="button" aria-pressed={left === 'findings'} onClick={() => open({ left: 'findings' })}>
                Findings <span className="wb-count">{findings.length}</span>
              </button>
              <button type="button" aria-pressed={left === 'console'} onClick={() => open({ left: 'console' })}>
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
                {model === null ? (
                  <p className="wb-empty">
                    {modelFailed
                      ? 'The model could not be loaded. Check the connection and reload the page; what you typed is kept.'
                      : 'The files are being looked at…'}
                  </p>
                ) : (
                  <FindingsPane
                    findings={findings}
                    files={files}
                    onEdit={(n, text) => lab.changeFiles('quick fix', { [n]: text })}
                    applyEdits={model.applyEdits}
                    onGo={(f) => goTo(f.file, f.span.start.line, f.span.start.column)}
                  />
                )}
              </div>
              <div className="wb-show-console">
                <Console
                  typed={scene?.typed ?? []}
                  busy={scene?.busy ?? false}
                  onType={(script) => lab.type(script)}
                  onInterrupt={() => lab.interrupt()}
                  complete={(typed, cursor) => lab.complete(typed, cursor)}
                />
              </div>
            </section>
          </section>
        </div>
        <Splitter
          label="Width of the files"
          orientation="vertical"
          className="wb-split"
          value={layout.files}
          onChange={(value) => change({ files: value })}
        />
        <div className="wb-right">
          <section className="wb-run run" aria-label="Exchanges" tabIndex={0}>
            {scene === null ? (
              <p className="wb-empty">
                Press Run. The files are applied to a new cluster, and each exchange appears here.
              </p>
            ) : (
              <Lanes scene={scene} selected={selected} caused={caused} onSelect={select} />
            )}
          </section>
          <Splitter
            label="Height of the exchanges"
            orientation="horizontal"
            className="wb-split-right"
            value={layout.right}
            onChange={(value) => change({ right: value })}
          />
          <section className="wb-lower" aria-label="Message, logs, state, objects">
            <div className="wb-names">
              {LOWER.map((t) => (
                <button key={t} type="button" aria-pressed={lower === t} onClick={() => open({ lower: t })}>
                  {t}
                </button>
              ))}
            </div>
            <Boundary key={lower}>
              <Suspense fallback={<p className="wb-empty">Loading…</p>}>
                {lower === 'Message' && (
                  <MessagePane
                    exchange={exchange}
                    parties={scene?.parties ?? []}
                    explanation={explanation}
                    causes={causes}
                    isApplied={(n) => lab.isApplied(n)}
                    onGo={(cause) => goTo(cause.file, cause.line, cause.column)}
                  />
                )}
                {lower === 'Logs' && <LogsPane moments={scene?.moments ?? []} />}
                {lower === 'State' && model && <StatePane lab={lab} state={state} machines={model.machines} />}
                {lower === 'Objects' && <ObjectsPane lab={lab} state={state} />}
                {lower === 'Follow' && <FollowPane lab={lab} state={state} onSelect={(id) => lab.select(id)} />}
                {lower === 'Compare' && <ComparePane lab={lab} state={state} />}
              </Suspense>
            </Boundary>
          </section>
        </div>
      </div>
      <Timeline lab={lab} state={state} />
      <ShortcutsDialog ref={keys} shortcuts={shortcuts} />
    </div>
  );
};
