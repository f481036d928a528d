import { suggestion } from '../text/suggest.ts';
import type { Content } from './content.ts';
import { type Message, reportInto } from './message.ts';
import type { ReadLesson } from './read/lesson.ts';

/** Pages of the site that lessons may point at, besides lessons. */
export const PAGES = [
  '/',
  '/lessons/',
  '/workbench/',
  '/quiz/',
  '/progress/',
  '/references/',
  '/glossary/',
  '/objectives/',
  '/errata/',
  '/about/',
];

interface Known {
  readonly scenario: readonly string[];
  readonly question: readonly string[];
  readonly ref: readonly string[];
  readonly term: readonly string[];
  readonly page: readonly string[];
  readonly objective: readonly string[];
  readonly misconception: readonly string[];
  readonly erratum: readonly string[];
  readonly lesson: readonly string[];
}

const known = (content: Content): Known => ({
  scenario: content.ids.scenarios,
  question: content.banks.flatMap(({ bank }) => bank.questions.map((question) => question.id)),
  ref: Object.keys(content.references?.value ?? {}),
  term: Object.keys(content.glossary?.value ?? {}),
  page: [...PAGES, ...content.lessons.map((lesson) => `/lessons/${lesson.value.slug}/`)],
  objective: content.objectives?.value.domains.flatMap((domain) => domain.objectives.map((o) => o.id)) ?? [],
  misconception: Object.keys(content.misconceptions?.value ?? {}),
  erratum: Object.keys(content.errata?.value ?? {}),
  lesson: content.lessons.map((lesson) => lesson.value.id),
});

const NOUNS: Readonly<Record<string, string>> = { ref: 'reference', term: 'glossary term' };

const checkLesson = (lesson: ReadLesson, names: Known, messages: Message[]): void => {
  const report = reportInto(messages, lesson.file);
  const need = (kind: keyof Known, key: keyof typeof lesson.value, list: readonly string[]): void => {
    for (const [i, target] of list.entries()) {
      if (!names[kind].includes(target)) {
        report.error(
          'link/unknown',
          lesson.document.place([key, i]),
          `There is no ${NOUNS[kind] ?? kind} \`${target}\`.`,
          suggestion(target, names[kind]),
        );
      }
    }
  };
  need('objective', 'objectives', lesson.value.objectives);
  need('question', 'prequestions', lesson.value.prequestions);
  need('question', 'quiz', lesson.value.quiz);
  need('ref', 'sources', lesson.value.sources);
  need('erratum', 'errata', lesson.value.errata);
  for (const link of lesson.links) {
    const target = link.scheme === 'page' ? link.target.replace(/[#?].*$/, '') : link.target;
    if (!names[link.scheme].includes(target)) {
      report.error(
        'link/unknown',
        link.place,
        `There is no ${NOUNS[link.scheme] ?? link.scheme} \`${target}\`.`,
        suggestion(target, names[link.scheme]),
      );
    }
    if (link.scheme === 'ref' && !lesson.value.sources.includes(target)) {
      report.error(
        'link/source',
        link.place,
        `The source \`${target}\` is cited but not listed.`,
        'Add it to `sources` in the front matter.',
      );
    }
  }
};

const checkTwice = (content: Content, messages: Message[]): void => {
  for (const key of ['id', 'slug', 'order'] as const) {
    const seen = new Map<string | number, string>();
    for (const lesson of content.lessons) {
      const value = lesson.value[key];
      const earlier = seen.get(value);
      if (earlier !== undefined) {
        reportInto(messages, lesson.file).error(
          'link/twice',
          lesson.document.place([key]),
          `\`${key}: ${value}\` is used already in ${earlier}.`,
          'Choose another.',
        );
      }
      seen.set(value, lesson.file);
    }
  }
  const questions = new Map<string, string>();
  for (const { bank, file, places } of content.banks) {
    for (const { id } of bank.questions) {
      const earlier = questions.get(id);
      if (earlier !== undefined) {
        reportInto(messages, file).error(
          'link/twice',
          places[id]?.heading ?? { line: 1, column: 1 },
          `The id \`${id}\` is used already in ${earlier}.`,
          'Give the question another id.',
        );
      }
      questions.set(id, file);
    }
  }
};

const checkBanks = (content: Content, names: Known, messages: Message[]): void => {
  for (const { bank, file, places } of content.banks) {
    const report = reportInto(messages, file);
    for (const question of bank.questions) {
      const at = (key: string) => places[question.id]?.[key] ?? places[question.id]?.heading ?? { line: 1, column: 1 };
      const need = (kind: keyof Known, key: string, list: readonly string[]): void => {
        for (const target of list) {
          if (!names[kind].includes(target))
            report.error(
              'link/unknown',
              at(key),
              `There is no ${NOUNS[kind] ?? kind} \`${target}\`.`,
              suggestion(target, names[kind]),
            );
        }
      };
      need('objective', 'attribute:obj', question.objectives);
      const cited = question.citations.map((citation) => citation.key);
      for (const key of cited) {
        if (!Object.hasOwn(bank.references, key)) {
          report.error(
            'link/unknown',
            at('attribute:refs'),
            `The front matter has no reference \`${key}\`.`,
            suggestion(key, Object.keys(bank.references)),
          );
        }
      }
      const body = question.body as {
        readonly options?: readonly { readonly id: string; readonly misconception: string | null }[];
      } | null;
      for (const option of body?.options ?? []) {
        if (option.misconception !== null) need('misconception', `option:${option.id}`, [option.misconception]);
      }
    }
  }
};

const checkLists = (content: Content, names: Known, messages: Message[]): void => {
  const { errata, objectives } = content;
  if (errata !== null) {
    const report = reportInto(messages, errata.file);
    for (const [id, erratum] of Object.entries(errata.value)) {
      for (const [i, source] of erratum.sources.entries()) {
        if (!names.ref.includes(source))
          report.error(
            'link/unknown',
            errata.document.place([id, 'sources', i]),
            `There is no reference \`${source}\`.`,
            suggestion(source, names.ref),
          );
      }
    }
  }
  if (objectives !== null && !names.ref.includes(objectives.value.source)) {
    reportInto(messages, objectives.file).error(
      'link/unknown',
      objectives.document.place(['source']),
      `There is no reference \`${objectives.value.source}\`.`,
      suggestion(objectives.value.source, names.ref),
    );
  }
  for (const scenario of Object.values(content.scenarios)) {
    const report = reportInto(messages, scenario.file);
    if (!content.ids.worlds.includes(scenario.value.world)) {
      report.error(
        'link/unknown',
        scenario.document.place(['world']),
        `There is no world \`${scenario.value.world}\`.`,
        suggestion(scenario.value.world, content.ids.worlds),
      );
    }
    for (let i = 1; i < scenario.value.timeline.length; i++) {
      if (scenario.value.timeline[i]!.at < scenario.value.timeline[i - 1]!.at) {
        report.error(
          'scenario/order',
          scenario.document.place(['timeline', i, 'at']),
          'This entry is earlier than the one above.',
          'Put the timeline in order.',
        );
      }
    }
  }
};

/** Everything in the content that points at something else in it, and points at nothing. */
export const checkLinks = (content: Content): readonly Message[] => {
  const messages: Message[] = [];
  const names = known(content);
  for (const lesson of content.lessons) checkLesson(lesson, names, messages);
  checkTwice(content, messages);
  checkBanks(content, names, messages);
  checkLists(content, names, messages);
  return messages;
};
