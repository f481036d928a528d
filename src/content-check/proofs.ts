import type { Proof, Question, ReadBank } from '../quiz/bank/bank.ts';
import { type Path, type Place, parseYaml, type YamlDocument } from '../yaml/index.ts';
import type { Report } from './message.ts';
import { checkedValue } from './schema/explain.ts';
import { proofSchema } from './schema/scenario.ts';

/** A proof with its typed scenario and the places of its parts in the bank's file. */
export interface ReadProof {
  readonly question: Question;
  readonly proof: Proof;
  readonly scenario: ReturnType<typeof proofSchema.parse>;
  place(path: Path): Place;
}

/** The YAML between the fences of a proof, and how far its lines and columns are from the file's. */
const fenced = (source: string, place: Place): { readonly text: string; readonly indent: number } => {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  const indent = place.column - 1;
  const fence = /^[`~]+/.exec(lines[place.line - 1]?.slice(indent) ?? '')?.[0] ?? '```';
  const inside: string[] = [];
  for (let i = place.line; i < lines.length && !lines[i]!.trim().startsWith(fence); i++)
    inside.push(lines[i]!.slice(indent));
  return { text: inside.join('\n'), indent };
};

/** Reads the proofs of a bank. @param source the bank's file */
export const readProofs = (bank: ReadBank, source: string, report: Report): readonly ReadProof[] =>
  bank.bank.questions.flatMap((question) =>
    question.proofs.flatMap((proof): readonly ReadProof[] => {
      const { text, indent } = fenced(source, proof.place);
      const shift = (at: Place): Place => ({ line: at.line + proof.place.line, column: at.column + indent });
      const { documents, problems } = parseYaml(text);
      for (const problem of problems)
        report.error(`yaml/${problem.code}`, shift(problem.place), problem.text, problem.remedy);
      const document = documents[0];
      if (problems.length > 0 || document === undefined) return [];
      const shifted: YamlDocument = {
        ...document,
        place: (path) => shift(document.place(path)),
        keyPlace: (path) => shift(document.keyPlace(path)),
      };
      const scenario = checkedValue(proofSchema, shifted, report);
      return scenario === null ? [] : [{ question, proof, scenario, place: shifted.place }];
    }),
  );
