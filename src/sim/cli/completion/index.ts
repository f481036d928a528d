/** Completion: what could stand at the cursor of the console. */
import type { World } from '../../kernel/world.ts';
import { byText } from '../../text/order.ts';
import { kubectlWords } from './kubectl.ts';
import { vaultWords } from './vault.ts';
import { View } from './view.ts';
import { typingAt } from './words.ts';

export interface Completion {
  /** Offset at which the word that is completed begins. */
  readonly start: number;
  /** Whole words that begin as the typed one does, sorted. */
  readonly candidates: readonly string[];
}

const BUILTINS = ['export', 'unset'];

/** Up to the next slash: nobody wants to read all files of all folders. */
const nextSegment = (names: readonly string[], word: string): readonly string[] =>
  names
    .filter((name) => name.startsWith(word))
    .map((name) => {
      const end = name.indexOf('/', word.length);
      return end < 0 ? name : name.slice(0, end + 1);
    });

const candidatesFor = (
  view: View,
  programs: readonly string[],
  words: readonly string[],
  word: string,
): readonly string[] => {
  if (word.startsWith('$')) return Object.keys(view.env).map((name) => `$${name}`);
  const assigned = words.findIndex((one) => !/^\w+=/.test(one));
  const command = assigned < 0 ? [] : words.slice(assigned);
  const [program] = command;
  if (program === undefined) return [...programs, ...BUILTINS];
  if (program === 'vault') return vaultWords(view, command.slice(1), word);
  // What follows the two dashes belongs to a container.
  if (program === 'kubectl') return command.includes('--') ? [] : kubectlWords(view, command.slice(1), word);
  if (program === 'export' || program === 'unset')
    return Object.keys(view.env).map((name) => (program === 'export' ? `${name}=` : name));
  return nextSegment(view.files, word);
};

/**
 * @param line what is typed
 * @param cursor offset in it
 * @param world the moment whose names count; it is not changed
 * @param programs names of the commands that the shell finds
 * @param shell actor of the shell
 * @returns `null` when nothing fits
 */
export const completionAt = (
  line: string,
  cursor: number,
  world: World,
  programs: readonly string[],
  shell = 'operator',
): Completion | null => {
  const { words, word, start } = typingAt(line, cursor);
  const fitting = candidatesFor(new View(world, shell), programs, words, word).filter(
    (c) => c.startsWith(word) && c !== '',
  );
  // A folder stands for what can be done with it as well; what is complete needs no completion.
  const all = new Set(fitting);
  const candidates = [...all].filter((c) => !all.has(`${c}/`) && (c !== word || all.size === 1)).sort(byText);
  return candidates.length === 0 ? null : { start, candidates };
};
