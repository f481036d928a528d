import type { Code, Heading, RootContent } from 'mdast';
import { suggestion } from '../../text/suggest.ts';
import { contentId } from '../hash.ts';
import type { Place } from '../message.ts';
import { type GapFinder, placeOf, readBlocks, type Unsupported } from '../rich/mdast.ts';
import { codeBlocks } from '../rich/text.ts';
import type { CodeBlock } from '../rich/types.ts';
import type { Registry } from '../types/registry.ts';
import { type AnswerOptions, isAnswerList, readAnswers } from './answers.ts';
import { readAttributes, trailingBraces } from './attributes.ts';
import { BLOOM_LEVELS, type Citation, type Proof, type Question, STATUSES, type Waiver } from './bank.ts';
import type { Answer, Draft, Gap } from './draft.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { isNotes, splitNotes } from './notes.ts';
import { isProof, readProof } from './proofs.ts';
import type { Reporter } from './reporter.ts';
import { type Source, splitCovered } from './source.ts';

/** A heading and what follows it up to the next. */
export interface Section {
  readonly heading: Heading;
  readonly nodes: readonly RootContent[];
}

/** What a question takes from around it. */
export interface Surroundings {
  readonly bank: string;
  readonly exam: string;
  readonly source: Source;
  readonly defaults: readonly Readonly<Record<string, string>>[];
  readonly scenario: string | null;
  readonly exhibits: readonly CodeBlock[];
  readonly types: Registry;
  readonly report: Reporter;
}

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .split('-')
    .slice(0, 4)
    .join('-');

/** Finds covered gaps and gives each an id by what it accepts, so that editing one gap leaves the others' ids alone. */
const gapFinder = (source: Source): GapFinder & { readonly found: Gap[] } => {
  const found: Gap[] = [];
  const split: GapFinder['split'] = (text) =>
    splitCovered(text).map((part) => {
      if (typeof part === 'string') return part;
      const marker = source.markers[part]!;
      const known = found.find((gap) => gap.marker === marker);
      if (known !== undefined) return { gap: known.id };
      const id = contentId(marker.source);
      const same = found.filter((gap) => gap.id.startsWith(id)).length;
      found.push({ id: same === 0 ? id : `${id}-${same + 1}`, marker });
      return { gap: found.at(-1)!.id };
    });
  return { split, found };
};

const readCitations = (fields: Fields): readonly Citation[] =>
  fields.list('refs').map((text) => {
    const [key, anchor] = text.split('#');
    return { key: key!, anchor: anchor ?? null };
  });

const readWaivers = (fields: Fields, report: Reporter): readonly Waiver[] =>
  (fields.text('lint-ok') ?? '')
    .split(';')
    .filter((text) => text.trim() !== '')
    .flatMap((text) => {
      const match = /^\s*(Q\d{2})\s*:\s*(\S.*)$/.exec(text);
      if (match !== null) return [{ rule: match[1]!, reason: match[2]!.trim() }];
      report.error(
        'read/lint-ok',
        fields.place('lint-ok'),
        `\`${text.trim()}\` is not a rule with a reason.`,
        'Write `lint-ok="Q12:the word is the field\'s own term"`.',
      );
      return [];
    });

/** A literal option id, else one derived from its text; the type may know better (`true`, `L9`). */
const answerId = (answer: Answer, idOf: ((raw: string) => string | null) | undefined): string =>
  answer.id ?? idOf?.(answer.raw) ?? contentId(answer.raw);

const isRight = (answer: Answer): boolean => answer.checked ?? !answer.raw.startsWith('!=');

/** Reads one question. Null when it cannot be used; why stands in the report. */
export const readQuestion = (
  section: Section,
  around: Surroundings,
): { question: Question; places: Record<string, Place> } | null => {
  const { report, source, types } = around;
  const headingPlace = placeOf(section.heading);
  const start = section.heading.position!.start.offset!;
  const line = source.markdown.slice(start, section.heading.position!.end.offset).replace(/^#+\s*/, '');
  const shift = section.heading.depth + 1;
  const braces = trailingBraces(line);
  const title = (braces?.before ?? line).trim();
  if (braces === null) {
    report.error('read/id', headingPlace, `"${title}" has no id.`, `End the heading with \`{#${slug(title)} …}\`.`);
    return null;
  }
  const attributes = readAttributes(
    braces.inside,
    { line: headingPlace.line, column: headingPlace.column + shift + braces.at },
    report,
  );
  if (attributes.id === null) {
    // An id that was written but is none has been reported where it stands.
    if (!braces.inside.trimStart().startsWith('#'))
      report.error('read/id', headingPlace, `"${title}" has no id.`, `Begin the braces with \`#${slug(title)}\`.`);
    return null;
  }
  const fields = fieldsOf(attributes, around.defaults, report);
  const finder = gapFinder(source);
  const unsupported: Unsupported = (node, what) =>
    report.error(
      'read/markdown',
      placeOf(node),
      `Questions cannot contain ${what}.`,
      'Use paragraphs, lists, tables, code, links, images and quotes.',
    );
  const options: AnswerOptions = { source: source.markdown, gaps: finder, unsupported, report };

  const named = fields.text('type');
  const wanted = named === null ? undefined : types.find(named);
  if (named !== null && wanted === undefined) {
    report.error(
      'read/type',
      fields.place('type'),
      `There is no question type \`${named}\`.`,
      suggestion(named, types.names),
    );
    return null;
  }
  const lists =
    wanted?.answersInText === true ? [] : section.nodes.filter((node) => isAnswerList(node, source.markdown));
  const list = lists.at(-1);
  const stemNodes: RootContent[] = [];
  const hints: Question['hints'][number][] = [];
  const places: Record<string, Place> = { heading: headingPlace, stem: headingPlace };
  const keyProofs: Omit<Proof, 'of' | 'holds'>[] = [];
  const citations: Citation[] = [...readCitations(fields)];
  let why: Question['why'] = null;
  for (const node of section.nodes) {
    if (node === list) continue;
    if (node.type === 'code' && isProof(node as Code)) {
      const proof = readProof(node, report);
      if (proof !== null) keyProofs.push(proof);
    } else if (node.type === 'blockquote' && isNotes(node)) {
      for (const note of splitNotes(node, report)) {
        const text = readBlocks(note.nodes, { gaps: finder, unsupported });
        if (note.kind === 'HINT') {
          places[`hint:${hints.length}`] = note.place;
          hints.push(text);
        } else if (note.kind === 'WHY') {
          if (why !== null)
            report.error('read/note', note.place, 'A second `[!WHY]`.', 'Join both explanations in one quote.');
          why = text;
          places.why = note.place;
        } else citations.push(...readReferenceNote(source, note.place));
      }
    } else if (list !== undefined && placeOf(node).line > placeOf(list).line) {
      report.error(
        'read/after-answers',
        placeOf(node),
        'Text after the answers.',
        'Move it before the list, or indent a `>` quote by two spaces to make it feedback of the answer above.',
      );
    } else stemNodes.push(node);
  }
  const stem = readBlocks(stemNodes, { gaps: finder, unsupported });
  if (stemNodes[0] !== undefined) places.stem = placeOf(stemNodes[0]);
  for (const attribute of attributes.list) places[`attribute:${attribute.key}`] = attribute.place;
  const answers = list === undefined ? [] : readAnswers(list as Parameters<typeof readAnswers>[0], options);
  const draft: Draft = {
    id: attributes.id,
    fields,
    stem,
    answers,
    ordered: list?.type === 'list' && list.ordered === true,
    gaps: finder.found,
    exhibits: [...codeBlocks(stem).filter((block) => block.file !== null), ...around.exhibits],
    place: list === undefined ? headingPlace : placeOf(list),
    report,
    locate: (id, place) => {
      places[`option:${id}`] = place;
    },
  };
  const type = wanted ?? types.recognise(draft);
  if (type === undefined) {
    report.error(
      'read/type',
      headingPlace,
      'The kind of question cannot be told from its answers.',
      `Add \`type=\` with one of: ${types.names.join(', ')}.`,
    );
    return null;
  }
  const body = type.read(draft);
  const question: Question = {
    id: attributes.id,
    aliases: fields.list('aliases'),
    type: type.name,
    title: title.replace(/[`*]/g, ''),
    stem,
    body,
    scenario: around.scenario,
    bank: around.bank,
    exam: around.exam,
    lesson: fields.text('lesson'),
    objectives: fields.list('obj'),
    covers: fields.list('covers'),
    citations,
    difficulty: fields.integer('difficulty', 1, 5) ?? 2,
    bloom: fields.oneOf('bloom', BLOOM_LEVELS, 'understand'),
    status: fields.oneOf('status', STATUSES, 'draft'),
    author: fields.text('author'),
    points: fields.integer('points', 1, 10) ?? 1,
    seconds: fields.integer('time', 5, 3600),
    shuffle: fields.flag('shuffle') ?? true,
    why,
    hints,
    proofs: [
      ...answers.flatMap((answer) =>
        answer.proofs.map((proof) => ({ of: answerId(answer, type.answerId), holds: isRight(answer), ...proof })),
      ),
      ...keyProofs.map((proof) => ({ of: 'key', holds: true, ...proof })),
    ],
    waivers: readWaivers(fields, report),
  };
  fields.text('verify');
  fields.finish(`a \`${type.name}\` question`);
  return body === null ? null : { question, places };
};

const readReferenceNote = (source: Source, place: Place): readonly Citation[] => {
  const line = source.markdown.split('\n')[place.line - 1] ?? '';
  return [...line.replace(/^.*\[!REF\]/i, '').matchAll(/([\w-]+)(?:#([\w-]+))?/g)].map((m) => ({
    key: m[1]!,
    anchor: m[2] ?? null,
  }));
};
