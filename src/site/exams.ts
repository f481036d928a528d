/** Exams for the pages that start them, made at build time. */
import { checkExams } from '../content-check/exams.ts';
import { type Blueprint, toBlueprint } from '../exam/blueprint/blueprint.ts';
import { bankVersion, examItems, type Item } from '../exam/item.ts';
import type { Lab } from '../exam/result/actions.ts';
import type { Domain } from '../exam/result/report.ts';
import { content } from './content.ts';

/** A blueprint, and whether it can be taken. */
export interface ExamForm extends Blueprint {
  /** What the banks lack for it, as a clause; null when it can be taken. */
  readonly lacks: string | null;
}

export interface ExamData {
  /** Those that can be taken first, then by size. */
  readonly forms: readonly ExamForm[];
  readonly items: readonly Item[];
  /** The version of the bank. */
  readonly bank: string;
  readonly domains: readonly Domain[];
  readonly labs: readonly Lab[];
}

const lacking = (questions: number): string =>
  questions === 0
    ? 'no choice of questions meets all its counts yet'
    : `${questions === 1 ? '1 question' : `${questions} questions`} still to be written`;

export const examData = (): ExamData => {
  const lacks = new Map(checkExams(content).notReady.map(({ file, missing }) => [file, lacking(missing)]));
  const items = examItems(content.banks.map(({ bank }) => bank));
  return {
    forms: Object.entries(content.exams)
      .map(([id, { file, value }]) => ({ ...toBlueprint(id, value), lacks: lacks.get(file) ?? null }))
      .sort((a, b) => Number(a.lacks !== null) - Number(b.lacks !== null) || (a.id < b.id ? -1 : 1)),
    items: items.map(({ digest: _, ...item }) => item),
    bank: bankVersion(items),
    domains: content.objectives?.value.domains ?? [],
    labs: Object.entries(content.labs).map(([id, { value }]) => ({
      id,
      title: value.title,
      objectives: value.objectives,
    })),
  };
};
