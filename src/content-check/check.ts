import { type Content, readContent } from './content.ts';
import { checkEmbedded, checkFiles, checkNames } from './embedded.ts';
import { type ContentFiles, filesIn } from './files.ts';
import { checkLinks } from './links.ts';
import { byPlace, type Message, type Report, reportInto } from './message.ts';
import type { PlayableScenario, Player } from './play.ts';
import { playable } from './playable.ts';
import { type ReadProof, readProofs } from './proofs.ts';
import { checkWords } from './words.ts';

export interface Checked {
  readonly content: Content;
  /** In reading order. */
  readonly messages: readonly Message[];
  readonly counts: {
    readonly lessons: number;
    readonly scenarios: number;
    readonly questions: number;
    readonly proofs: number;
    /** Scenarios and proofs that the model has played. */
    readonly played: number;
  };
}

const playScenarios = (content: Content, player: Player, messages: Message[]): number => {
  let played = 0;
  for (const [id, located] of Object.entries(content.scenarios)) {
    const report = reportInto(messages, located.file);
    const scenario = playable(content, id, located.value.title, located.value);
    if (scenario === null) continue;
    const result = player(scenario);
    if (!result.played) {
      report.error(
        'play/failed',
        located.document.place(result.problem.path),
        result.problem.text,
        result.problem.remedy,
      );
      continue;
    }
    played += 1;
    for (const [i, outcome] of result.observations.outcomes.entries()) {
      if (!outcome.held) {
        report.error(
          'play/expectation',
          located.document.place(['expect', i]),
          `The model shows something else: ${outcome.observed}`,
          'Correct the expectation, or the files and the timeline.',
        );
      }
    }
  }
  return played;
};

const playProof = (proof: ReadProof, scenario: PlayableScenario, player: Player, report: Report): boolean => {
  const result = player(scenario);
  if (!result.played) {
    report.error('proof/failed', proof.place(result.problem.path), result.problem.text, result.problem.remedy);
    return false;
  }
  const { outcomes } = result.observations;
  const failed = outcomes.findIndex((outcome) => !outcome.held);
  if (proof.proof.holds && failed >= 0) {
    report.error(
      'proof/key',
      proof.place(['expect', failed]),
      `The answer is marked right, but the model shows: ${outcomes[failed]!.observed}`,
      'Correct the mark, or the proof.',
    );
  } else if (!proof.proof.holds && failed < 0) {
    report.error(
      'proof/key',
      proof.place(['expect', 0]),
      `The answer is marked wrong, but the model meets all its expectations: ${outcomes[0]?.observed ?? ''}`,
      'Correct the mark, or let the proof expect what would be so if the answer were right.',
    );
  }
  return true;
};

/**
 * Checks all content: formats, links between files, and with a player the scenarios and the proofs of questions.
 * @param player plays scenarios; null leaves them unplayed, which `counts` shows
 */
export const checkContent = (files: ContentFiles, player: Player | null): Checked => {
  const { content, messages: read } = readContent(files);
  const messages: Message[] = [
    ...read,
    ...checkLinks(content),
    ...checkEmbedded(content, files),
    ...[...filesIn(files, 'lessons/', '.md'), ...filesIn(files, 'questions/', '.md')].flatMap(([file, text]) =>
      checkWords(file, text),
    ),
  ];
  let played = player === null ? 0 : playScenarios(content, player, messages);
  let proofs = 0;
  for (const bank of content.banks) {
    const report = reportInto(messages, bank.file);
    for (const proof of readProofs(bank, files[bank.file] ?? '', report)) {
      proofs += 1;
      const { question } = proof;
      const scenario = playable(content, `${question.id}/${proof.proof.of}`, question.title, proof.scenario);
      // A proof with a broken file would fail its expectations for the wrong reason.
      checkFiles(proof.scenario.files, (name) => proof.place(['files', name]), report);
      const world = content.worlds[proof.scenario.world]?.value;
      if (world !== undefined)
        checkNames(proof.scenario.files, Object.keys(world.files), proof.scenario.timeline, proof.place, report);
      if (scenario === null)
        report.error(
          'link/unknown',
          proof.place(['world']),
          `There is no world \`${proof.scenario.world}\`.`,
          `Known: ${Object.keys(content.worlds).join(', ')}.`,
        );
      else if (player !== null && playProof(proof, scenario, player, report)) played += 1;
    }
  }
  return {
    content,
    messages: messages.sort(byPlace),
    counts: {
      lessons: content.lessons.length,
      scenarios: Object.keys(content.scenarios).length,
      questions: content.banks.reduce((sum, bank) => sum + bank.bank.questions.length, 0),
      proofs,
      played,
    },
  };
};
