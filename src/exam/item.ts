import type { Bank } from '../quiz/bank/bank.ts';
import { digest } from '../quiz/hash.ts';

/** A question as the draw sees it. */
export interface Item {
  readonly id: string;
  readonly kind: string;
  readonly objectives: readonly string[];
  readonly lesson: string | null;
  readonly difficulty: number;
  readonly level: string;
  /** The situation that it shares with others. */
  readonly situation: string | null;
}

/** An item as it stands in the bank of this day. */
export interface BankItem extends Item {
  /** Changes with anything that a learner sees or is scored by. */
  readonly digest: string;
}

/** Kinds that need more than the page of an exam. */
const ELSEWHERE: readonly string[] = ['lab', 'essay'];

/** The questions that an exam may draw, of all banks: reviewed ones that can be answered where they are asked. */
export const examItems = (banks: readonly Pick<Bank, 'questions'>[]): readonly BankItem[] =>
  banks
    .flatMap(({ questions }) => questions)
    .filter(({ status, type }) => status === 'reviewed' && !ELSEWHERE.includes(type))
    .map((question) => ({
      id: question.id,
      kind: question.type,
      objectives: question.objectives,
      lesson: question.lesson,
      difficulty: question.difficulty,
      level: question.bloom,
      situation: question.scenario,
      digest: digest(JSON.stringify([question.stem, question.body, question.shuffle])),
    }));

/**
 * The version of a bank: the same for the same items in the same order. Two programs with the same version draw the
 * same exam from the same seed.
 */
export const bankVersion = (items: readonly BankItem[]): string =>
  digest(items.map((item) => JSON.stringify(item)).join('\n'));
