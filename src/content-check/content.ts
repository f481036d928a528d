import { type BlueprintFile, blueprintSchema } from '../exam/blueprint/schema.ts';
import type { ReadBank } from '../quiz/bank/bank.ts';
import { parseBank } from '../quiz/bank/parse.ts';
import { type ContentFiles, filesIn, stem } from './files.ts';
import { type Message, reportInto } from './message.ts';
import { readLab } from './read/lab.ts';
import { type ReadLesson, readLesson } from './read/lesson.ts';
import { type Located, readYaml } from './read/yaml.ts';
import type { LabFile } from './schema/lab.ts';
import {
  type Errata,
  errataSchema,
  type Glossary,
  glossarySchema,
  type Misconceptions,
  misconceptionsSchema,
  type Objectives,
  objectivesSchema,
  type References,
  referencesSchema,
} from './schema/lists.ts';
import { type Scenario, scenarioSchema } from './schema/scenario.ts';
import { type World, worldSchema } from './schema/world.ts';

/** Everything that instructors write, read and typed, with places for messages about it. */
export interface Content {
  /** In the order of the course. */
  readonly lessons: readonly ReadLesson[];
  readonly scenarios: Readonly<Record<string, Located<Scenario>>>;
  readonly worlds: Readonly<Record<string, Located<World>>>;
  readonly labs: Readonly<Record<string, Located<LabFile>>>;
  /** Ids of all scenarios, worlds and labs, also of those that could not be read: a link to them is no mistake of the link's. */
  readonly ids: Readonly<Record<'scenarios' | 'worlds' | 'labs', readonly string[]>>;
  readonly banks: readonly ReadBank[];
  /** Blueprints of exams, by id. */
  readonly exams: Readonly<Record<string, Located<BlueprintFile>>>;
  readonly references: Located<References> | null;
  readonly glossary: Located<Glossary> | null;
  readonly objectives: Located<Objectives> | null;
  readonly misconceptions: Located<Misconceptions> | null;
  readonly errata: Located<Errata> | null;
}

export interface ReadContent {
  readonly content: Content;
  readonly messages: readonly Message[];
}

/** Reads all files. What cannot be read is left out and reported. */
export const readContent = (files: ContentFiles): ReadContent => {
  const messages: Message[] = [];
  const report = (file: string) => reportInto(messages, file);
  const keyed = <T>(folder: string, read: (file: string, text: string) => T | null): Readonly<Record<string, T>> =>
    Object.fromEntries(
      filesIn(files, folder, '.yaml').flatMap(([file, text]) => {
        const value = read(file, text);
        return value === null ? [] : [[stem(file), value] as const];
      }),
    );
  const single = <T>(name: string, read: (file: string, text: string) => T | null): T | null => {
    const file = `content/${name}.yaml`;
    const text = files[file];
    if (text !== undefined) return read(file, text);
    report(file).error(
      'content/missing',
      { line: 1, column: 1 },
      'This file is missing.',
      'Add it; its format is described in CONTRIBUTING.',
    );
    return null;
  };
  const banks = filesIn(files, 'questions/', '.q.md').map(([file, text]) => parseBank(text, file));
  for (const bank of banks) messages.push(...bank.messages);
  const content: Content = {
    lessons: filesIn(files, 'lessons/', '.md')
      .flatMap(([file, text]) => readLesson(file, text, report(file)) ?? [])
      .sort((a, b) => a.value.order - b.value.order),
    scenarios: keyed('scenarios/', (file, text) => readYaml(file, text, scenarioSchema, report(file))),
    worlds: keyed('worlds/', (file, text) => readYaml(file, text, worldSchema, report(file))),
    labs: keyed('labs/', (file, text) => readLab(file, text, report(file))),
    banks: banks.map(({ read }) => read),
    exams: keyed('exams/', (file, text) => readYaml(file, text, blueprintSchema, report(file))),
    ids: {
      scenarios: filesIn(files, 'scenarios/', '.yaml').map(([file]) => stem(file)),
      worlds: filesIn(files, 'worlds/', '.yaml').map(([file]) => stem(file)),
      labs: filesIn(files, 'labs/', '.yaml').map(([file]) => stem(file)),
    },
    references: single('references', (file, text) => readYaml(file, text, referencesSchema, report(file))),
    glossary: single('glossary', (file, text) => readYaml(file, text, glossarySchema, report(file))),
    objectives: single('objectives', (file, text) => readYaml(file, text, objectivesSchema, report(file))),
    misconceptions: single('misconceptions', (file, text) => readYaml(file, text, misconceptionsSchema, report(file))),
    errata: single('errata', (file, text) => readYaml(file, text, errataSchema, report(file))),
  };
  return { content, messages };
};
