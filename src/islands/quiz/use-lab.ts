import type { LabEntry } from '../../progress/index.ts';
import type { ServedQuestion } from '../../quiz/served.ts';
import type { LabStanding } from '../../quiz/types/view.ts';
import { href } from '../../site/href.ts';
import { useEntries } from '../shared/use-entries.ts';

/** What the learner did in the lab that a question asks for; null for questions without a lab. */
export const useLab = ({ lab }: ServedQuestion): LabStanding | null => {
  const { entries } = useEntries(false);
  if (lab === null) return null;
  const results = (entries ?? []).filter((entry): entry is LabEntry => entry.kind === 'lab' && entry.lab === lab.id);
  const last = results.reduce<LabEntry | null>(
    (best, entry) => (best === null || entry.at >= best.at ? entry : best),
    null,
  );
  return {
    address: href(`/labs/${lab.id}/`),
    title: lab.title,
    result: last === null ? null : { lab: lab.id, passed: [...last.passed], failed: [...last.failed] },
  };
};
