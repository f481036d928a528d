import { parseYaml } from '../../yaml/index.ts';
import type { ReadBank } from '../bank/bank.ts';
import type { Message, Place } from '../message.ts';
import type { Registry } from '../types/registry.ts';
import { meaningOf } from './meaning.ts';

/** The meaning of each question that was ever published, by its permanent id. */
export type Ledger = Readonly<Record<string, string>>;

const HEAD = `# What each question meant when its id was given: learners' histories point at these ids. Written by
# \`npm run questions:accept\`; a changed meaning needs a new id, a corrected wording is accepted by naming its id.
`;

/** Reads the ledger; null with a message where it cannot be read. */
export const readLedger = (text: string, file: string): { ledger: Ledger | null; messages: readonly Message[] } => {
  const { documents, problems } = parseYaml(text, { schema: 'core' });
  const value = documents[0]?.value ?? {};
  const [problem] = problems;
  const sound =
    problem === undefined &&
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((meaning) => typeof meaning === 'string');
  if (sound) return { ledger: value as Ledger, messages: [] };
  const place: Place = problem?.place ?? { line: 1, column: 1 };
  const remedy = 'Restore the file: it is written by `npm run questions:accept` and never by hand.';
  return {
    ledger: null,
    messages: [
      { ...place, level: 'error', code: 'ids/ledger', file, text: 'The ledger of ids cannot be read.', remedy },
    ],
  };
};

/** The ledger as its file holds it, in the order of ids. */
export const writeLedger = (ledger: Ledger): string =>
  HEAD +
  Object.keys(ledger)
    .sort()
    .map((id) => `${id}: "${ledger[id]}"\n`)
    .join('');

/** Questions that the ledger does not know, and questions that mean something else than it says. */
export const checkLedger = (banks: readonly ReadBank[], ledger: Ledger, types: Registry): readonly Message[] =>
  banks.flatMap(({ file, bank, places }) =>
    bank.questions.flatMap((question): readonly Message[] => {
      const { line, column } = places[question.id]?.heading ?? { line: 1, column: 1 };
      const base = { level: 'error', file, line, column } as const;
      const known = Object.hasOwn(ledger, question.id) ? ledger[question.id] : undefined;
      if (known === undefined)
        return [
          {
            ...base,
            code: 'ids/new',
            text: `The id \`${question.id}\` is not in the ledger yet.`,
            remedy: 'Run `npm run questions:accept` and commit content/questions/ids.yaml with the question.',
          },
        ];
      if (known === meaningOf(question, types)) return [];
      return [
        {
          ...base,
          code: 'ids/changed',
          text: `What \`${question.id}\` asks has changed, but learners' histories know it under this id.`,
          remedy: `If it means something else now, give it a new id. If only words were corrected, run \`npm run questions:accept -- ${question.id}\`.`,
        },
      ];
    }),
  );

/**
 * The ledger with new questions in it.
 * @param reworded ids whose changed wording means the same
 * @returns the ledger, and ids whose meaning changed and which nobody named: they keep their old entry
 */
export const accept = (
  banks: readonly ReadBank[],
  ledger: Ledger,
  reworded: readonly string[],
  types: Registry,
): { readonly ledger: Ledger; readonly added: readonly string[]; readonly refused: readonly string[] } => {
  const next: Record<string, string> = { ...ledger };
  const added: string[] = [];
  const refused: string[] = [];
  for (const question of banks.flatMap(({ bank }) => bank.questions)) {
    const meaning = meaningOf(question, types);
    const known = Object.hasOwn(ledger, question.id) ? ledger[question.id] : undefined;
    if (known === meaning) continue;
    if (known !== undefined && !reworded.includes(question.id)) refused.push(question.id);
    else {
      next[question.id] = meaning;
      added.push(question.id);
    }
  }
  return { ledger: next, added, refused };
};
