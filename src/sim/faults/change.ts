/** How a fault begins and ends in a run: as commands, so that going back, branching and saving keep it. */
import type { Command, Run } from '../kernel/index.ts';
import { type Fault, FaultError } from './fault.ts';

/** The world's own note of the faults in effect: a file each, with what the end has to know. */
const FOLDER = 'faults/';
/** Words before a fault's name in the remarks of a history. */
export const FAULT_BEGINS = 'a fault begins: ';
export const FAULT_ENDS = 'a fault ends: ';
/** Virtual milliseconds within which somebody who changes something hears whether it worked. */
const ANSWER = 5_000;

/** Names of the faults that are in effect, sorted. */
export const activeFaults = (run: Run): readonly string[] =>
  run.files().flatMap(([path]) => (path.startsWith(FOLDER) ? [path.slice(FOLDER.length)] : []));

const begins = (run: Run, fault: Fault): readonly Command[] => {
  const path = FOLDER + fault.id;
  if (run.file(path)) throw new FaultError(`"${fault.title}" is in effect already`, 'End it first.');
  const { commands, remember = null } = fault.begin(run);
  const note: Command = { type: 'note', text: FAULT_BEGINS + fault.id };
  return fault.end === null
    ? [note, ...commands]
    : [note, ...commands, { type: 'write', path, text: JSON.stringify(remember) }];
};

const ends = (run: Run, fault: Fault): readonly Command[] => {
  if (fault.end === null)
    throw new FaultError(
      `"${fault.title}" has nothing to put right: it was over when it had begun`,
      fault.recovery.says,
    );
  const path = FOLDER + fault.id;
  const remembered = run.file(path);
  if (!remembered) throw new FaultError(`"${fault.title}" is not in effect`, 'Begin it first.');
  const commands = fault.end(run, JSON.parse(remembered.text));
  return [{ type: 'note', text: FAULT_ENDS + fault.id }, ...commands, { type: 'remove', path }];
};

/** What becomes of the requests among some commands, found out on a branch. */
const refused = (run: Run, commands: readonly Command[]): string | null => {
  if (!commands.some(({ type }) => type === 'request')) return null;
  const branch = run.branch();
  const asked = commands.flatMap((command) => {
    const index = branch.apply(command);
    return command.type === 'request' ? [{ exchange: index + 1, command }] : [];
  });
  const answerTo = (exchange: number) =>
    branch.known.findLast((e) => (e.kind === 'response' || e.kind === 'failure') && e.exchange === exchange);
  branch.advanceUntil(() => asked.every(({ exchange }) => answerTo(exchange) !== undefined), ANSWER);
  for (const { exchange, command } of asked) {
    const answer = answerTo(exchange);
    if (answer?.kind === 'response' && answer.status < 400) continue;
    const what =
      answer?.kind === 'response'
        ? JSON.stringify(answer.body)
        : answer?.kind === 'failure'
          ? answer.reason
          : 'no answer';
    return `${command.method} ${command.path}: ${what}`;
  }
  return null;
};

/**
 * The commands that begin or end a fault in the world as it is.
 * @throws FaultError when it cannot begin or end here
 */
export const faultCommands = (run: Run, fault: Fault, change: 'begin' | 'end'): readonly Command[] => {
  const commands = change === 'begin' ? begins(run, fault) : ends(run, fault);
  const refusal = refused(run, commands);
  if (refusal !== null)
    throw new FaultError(
      `"${fault.title}" cannot ${change} now: ${refusal}`,
      'End the other faults that are in the way first.',
    );
  return commands;
};
