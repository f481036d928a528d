import { suggestion } from '../text/suggest.ts';
import type { Place } from '../yaml/index.ts';
import { anchorOf } from './anchors.ts';
import type { Content } from './content.ts';
import { type Kind, type Known, knownIn, needIn } from './known.ts';
import { type Message, reportInto } from './message.ts';
import type { LessonLink, ReadLesson } from './read/lesson.ts';

const TOP: Place = { line: 1, column: 1 };

const LINKED: Readonly<Record<LessonLink['scheme'], Kind>> = {
  scenario: 'scenario',
  question: 'question',
  page: 'page',
  ref: 'reference',
  term: 'glossary term',
};

/** Fields of a lesson's front matter that name other things. */
const NAMED = [
  ['objectives', 'objective'],
  ['prequestions', 'question'],
  ['quiz', 'question'],
  ['sources', 'reference'],
  ['errata', 'erratum'],
] as const;

const checkLesson = (lesson: ReadLesson, known: Known, messages: Message[]): void => {
  const report = reportInto(messages, lesson.file);
  const need = needIn(known, report);
  for (const [field, kind] of NAMED) {
    for (const [i, target] of lesson.value[field].entries()) need(kind, target, lesson.document.place([field, i]));
  }
  for (const { scheme, target, place } of lesson.links) {
    need(LINKED[scheme], scheme === 'page' ? target.replace(/[#?].*$/, '') : target, place);
    if (scheme === 'ref' && !lesson.value.sources.includes(target)) {
      report.error(
        'link/source',
        place,
        `The source \`${target}\` is cited but not listed.`,
        'Add it to `sources` in the front matter.',
      );
    }
  }
};

/** Reports the second use of something that must be used once. */
const once = (messages: Message[]) => {
  const seen = new Map<string, string>();
  return (what: string, value: string | number, file: string, place: Place): void => {
    const earlier = seen.get(`${what} ${value}`);
    if (earlier !== undefined) {
      reportInto(messages, file).error(
        'link/twice',
        place,
        `\`${what}: ${value}\` is used already in ${earlier}.`,
        'Choose another.',
      );
    }
    seen.set(`${what} ${value}`, file);
  };
};

const checkTwice = (content: Content, messages: Message[]): void => {
  const use = once(messages);
  for (const { file, value, document } of content.lessons) {
    for (const key of ['id', 'slug', 'order'] as const) use(`lesson ${key}`, value[key], file, document.place([key]));
  }
  for (const { bank, file, places } of content.banks) {
    for (const { id } of bank.questions) use('question id', id, file, places[id]?.heading ?? TOP);
  }
};

/** What names a misconception in a question's body, whatever its type: each with the id of its part. */
const named = (body: unknown): readonly { readonly id: string; readonly misconception: string }[] => {
  if (typeof body !== 'object' || body === null) return [];
  const inner = Object.values(body).flatMap(named);
  const { id, misconception } = body as { readonly id?: unknown; readonly misconception?: unknown };
  return typeof misconception === 'string' ? [{ id: String(id), misconception }, ...inner] : inner;
};

const checkBanks = (content: Content, known: Known, messages: Message[]): void => {
  for (const { bank, file, places } of content.banks) {
    const report = reportInto(messages, file);
    const need = needIn(known, report);
    for (const question of bank.questions) {
      const at = (key: string): Place => places[question.id]?.[key] ?? places[question.id]?.heading ?? TOP;
      for (const part of named(question.body)) need('misconception', part.misconception, at(`option:${part.id}`));
      const lab = (question.body as { readonly lab?: unknown } | null)?.lab;
      if (typeof lab === 'string') need('lab', lab, at('attribute:lab'));
    }
  }
};

const checkLists = ({ errata, objectives }: Content, known: Known, messages: Message[]): void => {
  for (const [id, { sources }] of Object.entries(errata?.value ?? {})) {
    const need = needIn(known, reportInto(messages, errata!.file));
    for (const [i, source] of sources.entries()) need('reference', source, errata!.document.place([id, 'sources', i]));
  }
  if (objectives !== null) {
    const need = needIn(known, reportInto(messages, objectives.file));
    need('reference', objectives.value.source, objectives.document.place(['source']));
  }
};

const checkScenarios = (content: Content, known: Known, messages: Message[]): void => {
  for (const { file, value, document } of Object.values(content.scenarios)) {
    const report = reportInto(messages, file);
    needIn(known, report)('world', value.world, document.place(['world']));
    for (let i = 1; i < value.timeline.length; i++) {
      if (value.timeline[i]!.at >= value.timeline[i - 1]!.at) continue;
      report.error(
        'scenario/order',
        document.place(['timeline', i, 'at']),
        'This entry is earlier than the one above.',
        'Put the timeline in order.',
      );
    }
  }
};

const checkLabs = (content: Content, known: Known, messages: Message[]): void => {
  for (const { file, value, document } of Object.values(content.labs)) {
    const need = needIn(known, reportInto(messages, file));
    need('world', value.world, document.place(['world']));
    for (const [i, target] of value.objectives.entries()) need('objective', target, document.place(['objectives', i]));
    for (const [i, { misconception }] of value.wrong.entries())
      if (misconception !== null) need('misconception', misconception, document.place(['wrong', i, 'misconception']));
  }
};

/** Misconceptions point at places in lessons; a lesson that is not written yet is no mistake. */
const checkMisconceptions = ({ misconceptions, lessons }: Content, messages: Message[]): void => {
  if (misconceptions === null) return;
  const report = reportInto(messages, misconceptions.file);
  for (const [id, { lesson: place }] of Object.entries(misconceptions.value)) {
    const [lessonId, anchor] = place?.split('#') ?? [];
    const lesson = lessons.find(({ value }) => value.id === lessonId);
    if (lesson === undefined || anchor === undefined) continue;
    const anchors = lesson.headings.map(({ text }) => anchorOf(text));
    if (!anchors.includes(anchor))
      report.error(
        'link/unknown',
        misconceptions.document.place([id, 'lesson']),
        `The lesson ${lessonId} has no heading \`#${anchor}\`.`,
        suggestion(anchor, anchors),
      );
  }
};

/** Everything in the content that points at something else in it, and points at nothing. */
export const checkLinks = (content: Content): readonly Message[] => {
  const messages: Message[] = [];
  const known = knownIn(content);
  for (const lesson of content.lessons) checkLesson(lesson, known, messages);
  checkTwice(content, messages);
  checkBanks(content, known, messages);
  checkLists(content, known, messages);
  checkMisconceptions(content, messages);
  checkScenarios(content, known, messages);
  checkLabs(content, known, messages);
  return messages;
};
