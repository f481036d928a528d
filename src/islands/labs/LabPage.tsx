import { useMemo } from 'react';
import type { Opening } from '../workbench/opening.ts';
import { type BenchTask, Workbench } from '../workbench/Workbench.tsx';
import type { LabPageData } from './data.ts';
import { LabPanel } from './LabPanel.tsx';

/** What the bench is opened with: the lab's world, and what has happened in it when the learner comes. */
const openingOf = ({ lab, worldName }: LabPageData): Opening => ({
  title: lab.title,
  world: lab.world,
  worldName,
  files: {},
  steps: lab.start.timeline.flatMap(({ at, run, fault, heal, save, text = '' }): Opening['steps'] => {
    if (run !== undefined) return [{ at, run }];
    if (fault !== undefined) return [{ at, fault }];
    if (heal !== undefined) return [{ at, heal }];
    return save === undefined ? [] : [{ at, save, text }];
  }),
  until: lab.start.until,
});

/** A lab on a workbench of its own. */
export const LabPage = ({ data, openings }: { data: LabPageData; openings: string }) => {
  const opening = useMemo(() => openingOf(data), [data]);
  const task = useMemo(
    (): BenchTask => ({
      name: data.place,
      title: data.lab.title,
      file: Object.keys(data.lab.solution.files)[0] ?? null,
      panel: (bench) => <LabPanel bench={bench} data={data} />,
    }),
    [data],
  );
  return <Workbench opening={opening} openings={openings} task={task} />;
};
