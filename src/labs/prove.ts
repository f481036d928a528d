/** What a lab promises of itself, played: its start fails, its solution passes, its wrong answers are recognized. */
import { KernelError, type Session, SessionError } from '../sim/index.ts';
import { give, type Machines, startOf } from './answer.ts';
import { type Grade, grade } from './grade.ts';
import type { Answer, Lab } from './lab.ts';
import { renamed } from './rename.ts';

/** A promise that is not kept: a path into the lab, what was seen, what to do. */
export interface LabProblem {
  readonly path: readonly (string | number)[];
  readonly text: string;
  readonly remedy: string;
}

export interface Proved {
  readonly problems: readonly LabProblem[];
  /** Answers that were played and graded. */
  readonly graded: number;
}

const reasons = (it: Grade): string =>
  it.checks
    .filter(({ passed }) => !passed)
    .map(({ id, observed, variation }) => `${id}${variation === null ? '' : ` (${variation})`}: ${observed}`)
    .join('; ');

const startProblems = (lab: Lab, it: Grade): LabProblem[] =>
  lab.checks.flatMap(({ id, guard }, i): LabProblem[] => {
    const result = it.checks[i];
    if (result?.passed === guard) return [];
    return [
      guard
        ? {
            path: ['checks', i],
            text: `The check \`${id}\` is to hold from the start, but: ${result?.observed ?? ''}`,
            remedy: 'Correct the check or the start, or leave out `guard`.',
          }
        : {
            path: ['checks', i],
            text: `The check \`${id}\` passes before anything is done: ${result?.observed ?? ''}`,
            remedy: 'Let it look at something that the learner must bring about, or mark it `guard: true`.',
          },
    ];
  });

const solutionProblems = (it: Grade, words: string): LabProblem[] =>
  it.passed
    ? []
    : [
        {
          path: ['solution'],
          text: `The solution${words} does not pass. ${reasons(it)}`,
          remedy: 'Correct the solution or the check.',
        },
      ];

const wrongProblems = (lab: Lab, i: number, it: Grade): LabProblem[] => {
  const wrong = lab.wrong[i];
  if (!wrong) return [];
  const problems: LabProblem[] = [];
  for (const id of wrong.fails) {
    const result = it.checks.find((c) => c.id === id);
    if (result === undefined || result.passed)
      problems.push({
        path: ['wrong', i, 'fails'],
        text: `The wrong answer \`${wrong.id}\` passes the check \`${id}\`: ${result?.observed ?? 'there is no such check'}`,
        remedy: 'Name the check that it fails, or make the check stricter.',
      });
  }
  if (problems.length === 0 && it.recognized?.id !== wrong.id)
    problems.push({
      path: ['wrong', i, 'seen'],
      text: `The wrong answer \`${wrong.id}\` is ${it.recognized ? `taken for \`${it.recognized.id}\`` : 'not recognized'}. Failed: ${reasons(it)}`,
      remedy: 'Let `seen` say what tells it from the others, or put it before them.',
    });
  return problems;
};

/** Play an answer from a start and grade it. @throws SessionError, KernelError */
const graded = (start: Session, lab: Lab, answer: Answer): Grade => {
  const session = start.branch();
  give(session, answer);
  return grade(session, lab);
};

/** Do something of a lab, and turn what goes wrong into a problem at its place. */
const guarded = <T>(path: LabProblem['path'], problems: LabProblem[], action: () => T): T | null => {
  try {
    return action();
  } catch (error) {
    if (error instanceof SessionError) problems.push({ path, text: error.message, remedy: error.remedy });
    else if (error instanceof KernelError)
      problems.push({ path, text: error.message, remedy: 'This is a mistake of the model; report it.' });
    else throw error;
    return null;
  }
};

/** Play everything that a lab says of itself. */
export const prove = (machines: Machines, lab: Lab): Proved => {
  const problems: LabProblem[] = [];
  const start = guarded(['start'], problems, () => startOf(machines, lab));
  if (start === null) return { problems, graded: 0 };
  guarded(['checks'], problems, () => problems.push(...startProblems(lab, grade(start, lab))));
  guarded(['solution'], problems, () => problems.push(...solutionProblems(graded(start, lab, lab.solution), '')));
  for (const [i, { answer }] of lab.wrong.entries())
    guarded(['wrong', i], problems, () => problems.push(...wrongProblems(lab, i, graded(start, lab, answer))));
  const others = renamed(lab, lab.rename);
  if (others !== lab)
    guarded(['rename'], problems, () =>
      problems.push(
        ...solutionProblems(graded(startOf(machines, others), others, others.solution), ' with other names'),
      ),
    );
  return { problems, graded: 2 + lab.wrong.length + Number(others !== lab) };
};
