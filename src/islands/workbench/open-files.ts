import { isFileName } from '../../share/read-run.ts';
import { LIMITS } from '../../share/recorded-run.ts';
import { looksLikeScenario, readScenarioFile } from '../../share/scenario-file.ts';
import { commandsOf } from '../../share/transcript.ts';
import { href } from '../../site/href.ts';
import type { Lab } from './lab.ts';
import type { Opening } from './opening.ts';

/** Milliseconds between two commands of a transcript: time for what they start to happen. */
const APART = 5_000;

const TRANSCRIPT = /\.(?:txt|log|sh|console)$/;

const worldOf = async (name: string): Promise<Opening | null> => {
  try {
    const response = await fetch(`${href('/workbench/openings/')}world/${name}.json`);
    return response.ok ? ((await response.json()) as Opening) : null;
  } catch {
    return null;
  }
};

const openScenario = async (lab: Lab, text: string): Promise<void> => {
  const read = readScenarioFile(text);
  if ('problem' in read) return lab.say({ trouble: read.problem });
  const { title, worldName, files, steps } = read.scenario;
  const own = lab.opening.worldName === worldName ? lab.opening : await worldOf(worldName);
  if (own === null) {
    const remedy = 'Correct the line `world:` in the file, or check the connection.';
    return lab.say({ trouble: { text: `The world "${worldName}" could not be loaded.`, remedy } });
  }
  lab.openOther({ title, worldName, world: own.world, files, steps });
  lab.say({ notice: `"${title}" is open. Press Run to play it. Undo brings back what was here.` });
};

const openTranscript = (lab: Lab, name: string, commands: readonly string[]): void => {
  const { worldName, world } = lab.opening;
  const steps = commands.slice(0, LIMITS.steps).map((run, i) => ({ at: i * APART, run }));
  lab.openOther({ title: name, worldName, world, files: lab.state.files, steps });
  const many = commands.length === 1 ? 'One command' : `${commands.length} commands`;
  lab.say({ notice: `${many} of ${name} are ready. Press Run to type them. Undo brings back what was here.` });
};

/**
 * Open files of the learner's machine: a scenario, a transcript of a terminal, or files for the editor.
 * @returns a file that was added to the editor, to be shown
 */
export const openFiles = async (lab: Lab, given: readonly File[]): Promise<string | null> => {
  const added: Record<string, string> = {};
  for (const file of given) {
    if (file.size > LIMITS.fileCharacters) {
      const remedy = `Files of up to ${LIMITS.fileCharacters} bytes can be opened.`;
      lab.say({ trouble: { text: `${file.name} is too large.`, remedy } });
      return null;
    }
    const text = await file.text();
    if (/\.ya?ml$/.test(file.name) && looksLikeScenario(text)) {
      await openScenario(lab, text);
      return null;
    }
    const commands = TRANSCRIPT.test(file.name) ? commandsOf(text) : [];
    if (commands.length > 0) {
      openTranscript(lab, file.name, commands);
      return null;
    }
    const name = file.name.replace(/[^\w.-]+/g, '-');
    if (isFileName(name)) added[name] = text;
    else {
      lab.say({
        trouble: { text: `${file.name} is no name for a file here.`, remedy: 'Rename it, and open it again.' },
      });
      return null;
    }
  }
  const names = Object.keys(added);
  if (names.length === 0) return null;
  lab.changeFiles(`open ${names.join(', ')}`, added);
  lab.say({
    notice: `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} in the editor. Undo takes them out again.`,
  });
  return names[0] ?? null;
};
