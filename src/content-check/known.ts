import { suggestion } from '../text/suggest.ts';
import type { Place } from '../yaml/index.ts';
import type { Content } from './content.ts';
import type { Report } from './message.ts';

/** Pages of the site that lessons may point at, besides lessons. */
export const PAGES = [
  '/',
  '/lessons/',
  '/workbench/',
  '/labs/',
  '/quiz/',
  '/exam/',
  '/print/',
  '/progress/',
  '/references/',
  '/glossary/',
  '/objectives/',
  '/errata/',
  '/about/',
];

/** What can be pointed at, by the word for it. */
export type Kind =
  | 'scenario'
  | 'world'
  | 'lab'
  | 'question'
  | 'reference'
  | 'glossary term'
  | 'page'
  | 'objective'
  | 'misconception'
  | 'erratum'
  | 'lesson';

export type Known = Readonly<Record<Kind, readonly string[]>>;

/** Everything that there is in the content, by kind. */
export const knownIn = (content: Content): Known => ({
  scenario: content.ids.scenarios,
  world: content.ids.worlds,
  lab: content.ids.labs,
  question: content.banks.flatMap(({ bank }) => bank.questions.map((question) => question.id)),
  reference: Object.keys(content.references?.value ?? {}),
  'glossary term': Object.keys(content.glossary?.value ?? {}),
  page: [
    ...PAGES,
    ...content.lessons.map((lesson) => `/lessons/${lesson.value.slug}/`),
    ...content.ids.labs.map((lab) => `/labs/${lab}/`),
  ],
  objective: content.objectives?.value.domains.flatMap((domain) => domain.objectives.map((o) => o.id)) ?? [],
  misconception: Object.keys(content.misconceptions?.value ?? {}),
  erratum: Object.keys(content.errata?.value ?? {}),
  lesson: content.lessons.map((lesson) => lesson.value.id),
});

/** Reports a target that there is not, with the nearest that there is. */
export type Need = (kind: Kind, target: string, place: Place) => void;

export const needIn =
  (known: Known, report: Report): Need =>
  (kind, target, place) => {
    if (!known[kind].includes(target)) {
      report.error('link/unknown', place, `There is no ${kind} \`${target}\`.`, suggestion(target, known[kind]));
    }
  };
