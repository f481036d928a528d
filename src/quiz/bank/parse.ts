import type { Heading, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { suggestion } from '../../text/suggest.ts';
import { byPlace, type Message, type Place } from '../message.ts';
import { NO_GAPS, placeOf, readBlocks } from '../rich/mdast.ts';
import { codeBlocks } from '../rich/text.ts';
import { questionTypes } from '../types/index.ts';
import type { Registry } from '../types/registry.ts';
import { type Attributes, readAttributes } from './attributes.ts';
import type { Places, Question, ReadBank, Scenario } from './bank.ts';
import { readFrontMatter } from './frontmatter.ts';
import { readQuestion, type Section, type Surroundings } from './question.ts';
import { type Reporter, reporterFor } from './reporter.ts';
import { type ScenarioFence, type Source, scanSource } from './source.ts';

/** What was read, and what is wrong with it. With errors, the questions that could be read are still there. */
export interface ParseResult {
  readonly read: ReadBank;
  readonly messages: readonly Message[];
}

interface Part {
  readonly fence: ScenarioFence | null;
  readonly nodes: RootContent[];
}

const SCENARIO_KEYS = ['title', 'snapshot'];

/** Pairs `:::scenario` with `:::` and hands each node of the tree to the part of the file it stands in. */
const splitParts = (children: readonly RootContent[], source: Source, report: Reporter): readonly Part[] => {
  const parts: Part[] = [{ fence: null, nodes: [] }];
  const bounds: { line: number; fence: ScenarioFence | null }[] = [];
  let open: ScenarioFence | null = null;
  for (const fence of source.fences) {
    if (fence.name === '') {
      if (open === null)
        report.error(
          'read/scenario',
          fence.place,
          'This `:::` closes nothing.',
          'Remove it, or open a scenario with `:::scenario {#id title="…"}`.',
        );
      else bounds.push({ line: fence.place.line, fence: null });
      open = null;
    } else if (fence.name !== 'scenario') {
      report.error(
        'read/scenario',
        fence.place,
        `\`:::${fence.name}\` is not known.`,
        suggestion(fence.name, ['scenario']),
      );
    } else {
      if (open !== null)
        report.error(
          'read/scenario',
          fence.place,
          `The scenario of line ${open.place.line} is still open.`,
          'Close it with a line `:::` first.',
        );
      open = fence;
      bounds.push({ line: fence.place.line, fence });
    }
  }
  if (open !== null)
    report.error(
      'read/scenario',
      open.place,
      'This scenario is never closed.',
      'Add a line `:::` after its last question.',
    );
  let next = 0;
  for (const node of children) {
    for (; next < bounds.length && bounds[next]!.line < placeOf(node).line; next++)
      parts.push({ fence: bounds[next]!.fence, nodes: [] });
    parts.at(-1)!.nodes.push(node);
  }
  return parts;
};

const splitSections = (nodes: readonly RootContent[]): { intro: RootContent[]; sections: Section[] } => {
  const intro: RootContent[] = [];
  const sections: { heading: Heading; nodes: RootContent[] }[] = [];
  for (const node of nodes) {
    if (node.type === 'heading') sections.push({ heading: node, nodes: [] });
    else if (node.type !== 'thematicBreak') (sections.at(-1)?.nodes ?? intro).push(node);
  }
  return { intro, sections };
};

const scenarioOf = (
  fence: ScenarioFence,
  intro: readonly RootContent[],
  report: Reporter,
): { scenario: Scenario; attributes: Attributes } | null => {
  const attributes =
    fence.attributes === null ? null : readAttributes(fence.attributes.text, fence.attributes.place, report);
  if (attributes === null || attributes.id === null) {
    report.error('read/scenario', fence.place, 'The scenario has no id.', 'Write `:::scenario {#sc-… title="…"}`.');
    return null;
  }
  const get = (key: string): string | null => attributes.list.find((a) => a.key === key)?.value ?? null;
  const text = readBlocks(intro, {
    gaps: NO_GAPS,
    unsupported: (node, what) =>
      report.error(
        'read/markdown',
        placeOf(node),
        `Scenarios cannot contain ${what}.`,
        'Use paragraphs, lists, tables, code and quotes.',
      ),
  });
  if (get('title') === null)
    report.error('read/scenario', fence.place, 'The scenario has no title.', 'Add `title="…"`.');
  const covers = (get('covers') ?? '').split(',').filter((c) => c !== '');
  const scenario = {
    id: attributes.id,
    title: get('title') ?? attributes.id,
    text,
    snapshot: get('snapshot'),
    covers,
    lesson: get('lesson'),
  };
  return { scenario, attributes };
};

/**
 * Reads a `*.q.md` bank.
 * @param text the file's content
 * @param file its name as it shall appear in messages
 * @param types the kinds of question to read; all that the program has unless a caller adds one
 * @returns the bank and every message about the format, each with line, column and what to write instead. It never throws.
 */
export const parseBank = (text: string, file: string, types: Registry = questionTypes): ParseResult => {
  const report = reporterFor(file);
  const source = scanSource(text);
  const front = readFrontMatter(source.frontMatter, report);
  const tree = fromMarkdown(source.markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const questions: Question[] = [];
  const scenarios: Scenario[] = [];
  const places: Record<string, Places> = {};
  for (const part of splitParts(tree.children, source, report)) {
    const { intro, sections } = splitSections(part.nodes);
    const shared = part.fence === null ? null : scenarioOf(part.fence, intro, report);
    if (shared !== null) {
      scenarios.push(shared.scenario);
      places[shared.scenario.id] = { heading: part.fence!.place };
    } else if (part.fence === null) {
      const stray = intro.find((node) => node.type !== 'html');
      if (stray !== undefined)
        report.error(
          'read/stray',
          placeOf(stray),
          'Text that belongs to no question.',
          'Put it under a `## Title {#id …}` heading.',
        );
    }
    const inherited = Object.fromEntries(
      (shared?.attributes.list ?? []).filter((a) => !SCENARIO_KEYS.includes(a.key)).map((a) => [a.key, a.value]),
    );
    const around: Surroundings = {
      bank: front?.bank ?? '',
      exam: front?.exam ?? '',
      source,
      defaults: [inherited, front?.defaults ?? {}],
      scenario: shared?.scenario.id ?? null,
      exhibits: shared === null ? [] : codeBlocks(shared.scenario.text).filter((block) => block.file !== null),
      types,
      report,
    };
    const depth = part.fence === null ? 2 : 3;
    for (const section of sections) {
      if (section.heading.depth !== depth) {
        report.error(
          'read/heading',
          placeOf(section.heading),
          `A question ${part.fence === null ? 'begins' : 'in a scenario begins'} with ${'#'.repeat(depth)}, not ${'#'.repeat(section.heading.depth)}.`,
          `Write \`${'#'.repeat(depth)} Title {#id …}\`.`,
        );
      }
      const read = readQuestion(section, around);
      if (read === null) continue;
      const earlier: Place | undefined = places[read.question.id]?.heading;
      if (earlier !== undefined) {
        report.error(
          'read/id',
          read.places.heading!,
          `The id \`${read.question.id}\` is used already in line ${earlier.line}.`,
          'Give one of the two another id.',
        );
        continue;
      }
      questions.push(read.question);
      places[read.question.id] = read.places;
    }
  }
  const bank = {
    id: front?.bank ?? '',
    title: front?.title ?? '',
    exam: front?.exam ?? '',
    license: front?.license ?? '',
    references: front?.refs ?? {},
    scenarios,
    questions,
  };
  return { read: { file, bank, places, top: front?.top ?? {} }, messages: [...report.messages].sort(byPlace) };
};
