import type { Code } from 'mdast';
import { parseYaml } from '../../yaml/index.ts';
import { fenceMeta, placeOf } from '../rich/mdast.ts';
import type { Proof } from './bank.ts';
import type { Reporter } from './reporter.ts';

/** A fence ```` ```yaml prove ````: under an option it plays that option's claim, at the end of a question the key. */
export const isProof = (node: Code): boolean => fenceMeta(node).words.includes('prove');

/** The scenario in a proof fence as data; null, with a message, when it is not YAML or expects nothing. */
export const readProof = (node: Code, report: Reporter): Omit<Proof, 'of' | 'holds'> | null => {
  const place = placeOf(node);
  const { documents, problems } = parseYaml(node.value, { schema: 'core' });
  const [problem] = problems;
  if (problem) {
    const at = { line: place.line + problem.place.line, column: place.column - 1 + problem.place.column };
    report.error(
      'read/proof',
      at,
      `The proof is not valid YAML. ${problem.text}`,
      `${problem.remedy} A proof is written like a scenario, see content/scenarios.`,
    );
    return null;
  }
  const scenario = documents[0]?.value;
  if (typeof scenario === 'object' && scenario !== null && 'expect' in scenario) return { scenario, place };
  report.error('read/proof', place, 'The proof expects nothing.', 'Add `expect:` with at least one expectation.');
  return null;
};
