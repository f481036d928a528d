import { contradiction, q30 } from '../quiz/lint/q30-simulator-truth.ts';
import type { Content } from './content.ts';
import { checkFiles, checkNames, commandsOf } from './embedded.ts';
import type { ContentFiles } from './files.ts';
import { type Message, type Report, reportInto } from './message.ts';
import type { Outcome } from './play.ts';
import { playable } from './playable.ts';
import { type ReadProof, readProofs } from './proofs.ts';
import type { Work } from './work.ts';

const judgeOutcomes = ({ proof, place }: ReadProof, outcomes: readonly Outcome[], report: Report): void => {
  const fault = contradiction(proof.holds, outcomes);
  if (fault !== null) report.error(q30.id, place(['expect', fault.expectation]), fault.text, fault.remedy);
};

/** Proofs that a question carries, checked without playing them, and those that can be played as work for the model. */
export const proofWork = (
  content: Content,
  files: ContentFiles,
  messages: Message[],
): { readonly proofs: number; readonly work: readonly Work[] } => {
  const work: Work[] = [];
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
        checkNames(proof.scenario.files, Object.keys(world.files), commandsOf(proof.scenario), proof.place, report);
      if (scenario === null) {
        report.error(
          'link/unknown',
          proof.place(['world']),
          `There is no world \`${proof.scenario.world}\`.`,
          `Known: ${Object.keys(content.worlds).join(', ')}.`,
        );
        continue;
      }
      const judge: Work['judge'] = (result) => {
        if (result.kind === 'unplayable') {
          const { path, text, remedy } = result.problem;
          report.error('proof/failed', proof.place(path), text, remedy);
        }
        if (result.kind !== 'played') return false;
        judgeOutcomes(proof, result.outcomes, report);
        return true;
      };
      work.push({ job: { kind: 'play', scenario }, judge });
    }
  }
  return { proofs, work };
};
