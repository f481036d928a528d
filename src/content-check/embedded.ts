import { nearest } from '../text/suggest.ts';
import { type Path, type Place, parseYaml, type YamlDocument } from '../yaml/index.ts';
import type { Content } from './content.ts';
import { type Message, type Report, reportInto } from './message.ts';
import type { Scenario } from './schema/scenario.ts';

/** Turns a place in a text inside a YAML file into a place in that file; exact for block scalars written with `|`. */
const placeInside = (document: YamlDocument, path: Path, source: string): ((inside: Place) => Place) => {
  const node = document.node(path);
  const start = document.place(path);
  if (node?.kind !== 'scalar' || node.style !== 'literal') return () => start;
  const first = source.split('\n').findIndex((line, i) => i >= start.line && line.trim() !== '');
  const indent = /^ */.exec(source.split('\n')[first] ?? '')![0].length;
  return ({ line, column }) => ({ line: start.line + line, column: column + indent });
};

/**
 * Reports the YAML errors of the files that a scenario or world carries.
 * @param shift turns a place inside the file of that name into a place to report
 */
export const checkFiles = (
  files: Readonly<Record<string, string>>,
  shift: (name: string, inside: Place) => Place,
  report: Report,
): void => {
  for (const [name, text] of Object.entries(files)) {
    if (!/\.ya?ml$/.test(name)) continue;
    for (const problem of parseYaml(text, { schema: 'kubernetes' }).problems) {
      report.error(`yaml/${problem.code}`, shift(name, problem.place), `${name}: ${problem.text}`, problem.remedy);
    }
  }
};

/** Everything typed in a scenario: by its timeline, and by expectations that look at what a command prints. */
export const commandsOf = ({ timeline, expect }: Pick<Scenario, 'timeline' | 'expect'>): readonly string[] => [
  ...timeline.flatMap(({ run }) => run ?? []),
  ...expect.flatMap(({ command }) => command?.run ?? []),
];

/** Reports a file that stands in for none of the world's and that no command names: a misspelt name does nothing. */
export const checkNames = (
  files: Readonly<Record<string, string>>,
  worldFiles: readonly string[],
  typed: readonly string[],
  place: (path: Path) => Place,
  report: Report,
): void => {
  for (const name of Object.keys(files)) {
    if (worldFiles.includes(name) || typed.some((command) => command.includes(name))) continue;
    const near = nearest(name, worldFiles);
    report.error(
      'scenario/file',
      place(['files', name]),
      `Nothing uses the file \`${name}\`.`,
      near === null
        ? `Name it in a command, or replace one of: ${worldFiles.join(', ')}.`
        : `Did you mean \`${near}\`?`,
    );
  }
};

/** Checks the files inside all worlds and scenarios. @param sources the text of each content file */
export const checkEmbedded = (content: Content, sources: Readonly<Record<string, string>>): readonly Message[] => {
  const messages: Message[] = [];
  for (const { file, value, document } of [...Object.values(content.worlds), ...Object.values(content.scenarios)]) {
    const shift = (name: string, inside: Place): Place =>
      placeInside(document, ['files', name], sources[file] ?? '')(inside);
    checkFiles(value.files, shift, reportInto(messages, file));
  }
  for (const { file, value, document } of Object.values(content.scenarios)) {
    const world = content.worlds[value.world]?.value;
    if (world === undefined) continue;
    checkNames(
      value.files,
      Object.keys(world.files),
      commandsOf(value),
      (path) => document.keyPlace(path),
      reportInto(messages, file),
    );
  }
  return messages;
};
