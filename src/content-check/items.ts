import { checkLedger, readLedger } from '../quiz/ids/ledger.ts';
import { lint } from '../quiz/lint/lint.ts';
import { readResults } from '../quiz/lint/results.ts';
import { questionTypes } from '../quiz/types/index.ts';
import type { Content } from './content.ts';
import type { ContentFiles } from './files.ts';
import type { Message } from './message.ts';

const LEDGER = 'content/questions/ids.yaml';
/** Optional: how questions went with learners who handed in their progress. */
const RESULTS = 'content/questions/results.yaml';

/**
 * Checks questions as items: the rules of good items and the ledger of permanent ids.
 * @param today the day of the check, `2026-11-25`; null leaves the age of references alone
 */
export const checkItems = (content: Content, files: ContentFiles, today: string | null): readonly Message[] => {
  const { banks } = content;
  const { ledger, messages } = readLedger(files[LEDGER] ?? '', LEDGER);
  const objectives =
    content.objectives?.value.domains.flatMap((domain) => domain.objectives.map(({ id }) => id)) ?? null;
  return [
    ...messages,
    ...(ledger === null ? [] : checkLedger(banks, ledger, questionTypes)),
    ...lint({
      banks,
      types: questionTypes,
      objectives,
      known: ledger === null ? null : Object.keys(ledger),
      today,
      // Proofs are judged where they are played, by the same rule.
      played: [],
      results: readResults(files[RESULTS] ?? ''),
    }),
  ];
};
