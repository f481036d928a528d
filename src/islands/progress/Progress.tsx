import { type Entry, latestAttempts } from '../../progress/index.ts';
import { useEntries } from '../shared/use-entries.ts';
import { Calibration } from './Calibration.tsx';
import { DataSection } from './DataSection.tsx';
import { DueToday } from './DueToday.tsx';
import type { ProgressData } from './data.ts';
import { Figures } from './Figures.tsx';
import { Misconceptions } from './Misconceptions.tsx';
import { RecentAnswers } from './RecentAnswers.tsx';
import { Runs } from './Runs.tsx';
import { StorageStatus } from './StorageStatus.tsx';

interface Props {
  data: ProgressData;
}

const isAttempt = (entry: Entry): boolean => entry.kind === 'attempt';

/** What was answered and done, and everything that is stored. */
export const Progress = ({ data }: Props) => {
  const { store, entries, problem } = useEntries(true);
  if (problem !== null)
    return (
      <p className="problem" role="alert">
        {problem}
      </p>
    );
  if (store === null || entries === null) return <p className="soft">Reading what is stored in this browser.</p>;
  const latest = latestAttempts(entries);
  return (
    <div className="progress">
      <StorageStatus store={store} entries={entries.length} />
      {!entries.some(isAttempt) && (
        <p className="empty">
          Nothing is answered yet. What you answer in lessons and quizzes is counted here, in this browser and nowhere
          else.
        </p>
      )}
      <DueToday entries={entries} />
      <Figures data={data} entries={entries} latest={latest} />
      <Calibration entries={entries} />
      <Misconceptions data={data} latest={latest} />
      <Runs entries={entries} />
      <RecentAnswers data={data} entries={entries} />
      <DataSection data={data} store={store} entries={entries} />
    </div>
  );
};
