import { useCallback, useEffect, useState } from 'react';
import { keep, recall } from '../shared/session.ts';

export const TABS = ['Files', 'Run', 'Console', 'Message'] as const;
export const LOWER = ['Message', 'Logs', 'State', 'Objects', 'Follow', 'Compare'] as const;

/** Which parts are open. */
export interface Panes {
  /** On a phone and a tablet. */
  readonly tab: (typeof TABS)[number] | 'Task';
  readonly lower: (typeof LOWER)[number];
  readonly left: 'findings' | 'console';
  readonly file: string;
}

/** A task that is done on the bench: it has a pane of its own, and its console at hand. */
interface TaskOfBench {
  readonly name: string;
  readonly file: string | null;
}

const usual = (task: TaskOfBench | undefined): Panes => ({
  tab: task ? 'Task' : 'Files',
  lower: 'Message',
  left: task ? 'console' : 'findings',
  file: task?.file ?? '',
});

const keyOf = (task: TaskOfBench | undefined): string => `workbench panes ${task?.name ?? ''}`;

/** What was open when the page was left, as far as it can be open. */
const remembered = (task: TaskOfBench | undefined): Panes => {
  const before = usual(task);
  const { tab, lower, left, file } = (recall(keyOf(task)) ?? {}) as Partial<Record<keyof Panes, unknown>>;
  return {
    tab: tab === 'Task' && task ? 'Task' : (TABS.find((t) => t === tab) ?? before.tab),
    lower: LOWER.find((t) => t === lower) ?? before.lower,
    left: left === 'console' || left === 'findings' ? left : before.left,
    file: typeof file === 'string' ? file : before.file,
  };
};

/** The open parts; a reload in the same tab of the browser opens them again. */
export const usePanes = (task: TaskOfBench | undefined): readonly [Panes, (change: Partial<Panes>) => void] => {
  const [panes, setPanes] = useState(() => usual(task));
  // After the page is alive: the server drew the usual ones.
  useEffect(() => setPanes(remembered(task)), [task]);
  const change = useCallback(
    (part: Partial<Panes>) => {
      setPanes((before) => {
        const next = { ...before, ...part };
        keep(keyOf(task), next);
        return next;
      });
    },
    [task],
  );
  return [panes, change];
};
