import { type Content, readContent } from './content.ts';
import { checkEmbedded } from './embedded.ts';
import { checkExams, type NotReady } from './exams.ts';
import { type ContentFiles, filesIn } from './files.ts';
import { checkItems } from './items.ts';
import { checkLabs, labWork } from './labs.ts';
import { checkLinks } from './links.ts';
import { byPlace, type Message } from './message.ts';
import type { Player } from './play.ts';
import { proofWork } from './proof-work.ts';
import { scenarioWork } from './scenarios.ts';
import { checkWords } from './words.ts';
import { doJob, type Job, type JobResult, type Prover, type Work } from './work.ts';

export interface Checked {
  readonly content: Content;
  /** In reading order. */
  readonly messages: readonly Message[];
  /** Exams that are declared not ready, with what the banks lack for them. */
  readonly notReady: readonly NotReady[];
  readonly counts: {
    readonly lessons: number;
    readonly scenarios: number;
    readonly labs: number;
    readonly questions: number;
    readonly proofs: number;
    /** Scenarios, labs and proofs that the model has played. */
    readonly played: number;
  };
}

interface Prepared {
  readonly content: Content;
  readonly messages: Message[];
  readonly notReady: readonly NotReady[];
  readonly proofs: number;
  readonly work: readonly Work[];
}

const prepare = (files: ContentFiles, today: string | null): Prepared => {
  const { content, messages: read } = readContent(files);
  const exams = checkExams(content);
  const messages: Message[] = [
    ...read,
    ...checkLinks(content),
    ...checkItems(content, files, today),
    ...exams.messages,
    ...checkEmbedded(content, files),
    ...[...filesIn(files, 'lessons/', '.md'), ...filesIn(files, 'questions/', '.md')].flatMap(([file, text]) =>
      checkWords(file, text),
    ),
    // Long lines of a lab may be YAML; only its words are judged.
    ...filesIn(files, 'labs/', '.yaml')
      .flatMap(([file, text]) => checkWords(file, text))
      .filter(({ level }) => level === 'error'),
  ];
  checkLabs(content, messages);
  const { proofs, work } = proofWork(content, files, messages);
  return {
    content,
    messages,
    notReady: exams.notReady,
    proofs,
    work: [...scenarioWork(content, messages), ...work, ...labWork(content, messages)],
  };
};

const conclude = ({ content, messages, notReady, proofs, work }: Prepared, results: readonly JobResult[]): Checked => {
  const played = results.filter((result, i) => work[i]?.judge(result) === true).length;
  return {
    content,
    messages: messages.sort(byPlace),
    notReady,
    counts: {
      lessons: content.lessons.length,
      scenarios: Object.keys(content.scenarios).length,
      labs: Object.keys(content.labs).length,
      questions: content.banks.reduce((sum, bank) => sum + bank.bank.questions.length, 0),
      proofs,
      played,
    },
  };
};

/**
 * Checks all content: formats, links between files, and with a player the scenarios, labs and proofs of questions.
 * @param player plays scenarios; null leaves everything unplayed, which `counts` shows
 * @param prover plays labs; null leaves them unplayed
 */
export const checkContent = (files: ContentFiles, player: Player | null, prover: Prover | null = null): Checked => {
  const prepared = prepare(files, null);
  const work = prepared.work.filter(({ job }) => (job.kind === 'lab' ? prover : player) !== null);
  return conclude(
    { ...prepared, work },
    work.map(({ job }) => doJob(job, { player, prover })),
  );
};

/**
 * The same with the model on other threads.
 * @param run does jobs and gives their results in the same order
 * @param today the day of the check, `2026-11-25`, for the age of references
 */
export const checkContentWith = async (
  files: ContentFiles,
  run: (jobs: readonly Job[]) => Promise<readonly JobResult[]>,
  today: string | null = null,
): Promise<Checked> => {
  const prepared = prepare(files, today);
  return conclude(prepared, await run(prepared.work.map(({ job }) => job)));
};
