/** Exams for the pages that start them, made at build time. */
import { checkExams } from '../content-check/exams.ts';
import { type Blueprint, toBlueprint } from '../exam/blueprint/blueprint.ts';
import { bankVersion, examItems, type Item } from '../exam/item.ts';
import type { Lab } from '../exam/result/actions.ts';
import type { Domain } from '../exam/result/report.ts';
import { content } from './content.ts';

/** A blueprint, and how many questions the banks lack for it. */
export interface ExamForm extends Blueprint {
  readonly missing: number;
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

export const examData = (): ExamData => {
  const missing = new Map(checkExams(content).notReady.map(({ file, missing: n }) => [file, n]));
  const items = examItems(content.banks.map(({ bank }) => bank));
  return {
    forms: Object.entries(content.exams)
      .map(([id, { file, value }]) => ({ ...toBlueprint(id, value), missing: missing.get(file) ?? 0 }))
      .sort((a, b) => Math.sign(a.missing) - Math.sign(b.missing) || (a.id < b.id ? -1 : 1)),
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
