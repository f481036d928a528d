/** Questions on paper: by lesson, by objective, or all. Made at build time; reading and printing need no JavaScript. */
import { asWritten, shuffleBy } from '../quiz/order.ts';
import { inlineHtml, richHtml } from '../quiz/rich/html.ts';
import type { Rich } from '../quiz/rich/types.ts';
import type { ServedQuestion } from '../quiz/served.ts';
import { questionTypes } from '../quiz/types/index.ts';
import { content } from './content.ts';
import { escapeHtml } from './highlight.ts';
import { servedQuestions } from './questions.ts';

/** What there is to mark or to write; texts are HTML. */
export interface PaperPart {
  /** `A`, where parts are spoken of by letters. */
  readonly letter: string | null;
  readonly text: string;
}

/** A question as it stands on paper; texts are HTML. */
export interface PaperQuestion {
  readonly id: string;
  readonly kind: string;
  readonly stem: string;
  readonly parts: readonly PaperPart[];
  /** Lines to write on; 0 where parts are marked. */
  readonly lines: number;
  readonly key: string;
  readonly why: string;
}

/** Questions that share a situation, or one that stands by itself. */
export interface PaperGroup {
  readonly situation: { readonly title: string; readonly text: string } | null;
  readonly questions: readonly PaperQuestion[];
}

export interface Worksheet {
  /** The part of its address behind /print/. */
  readonly id: string;
  readonly title: string;
  readonly of: 'lesson' | 'objective' | 'all';
  readonly count: number;
  readonly groups: readonly PaperGroup[];
}

const phrase = (rich: Rich): string =>
  rich.map((block) => (block.type === 'paragraph' ? inlineHtml(block.children) : richHtml([block]))).join('<br>');

const letterOf = (i: number): string => String.fromCharCode(65 + i);

/** In the same order as on the question's own page, so that letters agree with it. */
const onPaper = (question: ServedQuestion): PaperQuestion | null => {
  const type = questionTypes.find(question.type);
  if (type === undefined) return null;
  const shuffle = question.shuffle ? shuffleBy(question.id) : asWritten;
  const body = type.arrange(question.body, shuffle);
  // Concealed before it is arranged: some kinds forget their order when they hide their key.
  const concealed = type.arrange(type.conceal(question.body), shuffle);
  const options = type.options(concealed);
  const spoken = type.speak(concealed);
  const keys = type.options(body).flatMap(({ key }, i) => (key ? [letterOf(i)] : []));
  return {
    id: question.id,
    kind: type.label,
    stem: richHtml(question.stem),
    parts:
      options.length > 0
        ? options.map(({ text }, i) => ({ letter: letterOf(i), text: phrase(text) }))
        : spoken.map(({ text }) => ({ letter: null, text: escapeHtml(text) })),
    lines: options.length === 0 && spoken.length === 1 ? 2 : 0,
    key: options.length > 0 ? keys.join(', ') : escapeHtml(type.speakKey(body)),
    why: question.why === null ? '' : richHtml(question.why),
  };
};

const groupsOf = (questions: readonly ServedQuestion[]): readonly PaperGroup[] => {
  const groups: { key: string; situation: PaperGroup['situation']; questions: PaperQuestion[] }[] = [];
  for (const question of questions) {
    const paper = onPaper(question);
    if (paper === null) continue;
    const { situation } = question;
    const key = situation === null ? question.id : `situation ${situation.questions[0]?.id ?? situation.title}`;
    const known = groups.find((group) => group.key === key);
    if (known !== undefined) known.questions.push(paper);
    else
      groups.push({
        key,
        situation: situation === null ? null : { title: situation.title, text: richHtml(situation.text) },
        questions: [paper],
      });
  }
  return groups.map(({ situation, questions: own }) => ({ situation, questions: own }));
};

const sheet = (
  id: string,
  title: string,
  of: Worksheet['of'],
  questions: readonly ServedQuestion[],
): readonly Worksheet[] => {
  const groups = groupsOf(questions);
  const count = groups.reduce((sum, group) => sum + group.questions.length, 0);
  return count === 0 ? [] : [{ id, title, of, count, groups }];
};

/** Every worksheet that has questions. */
export const worksheets = (): readonly Worksheet[] => {
  // A lab is done, not written.
  const questions = servedQuestions().filter(({ type }) => type !== 'lab');
  return [
    ...content.lessons.flatMap(({ value: { id, title } }) =>
      sheet(
        id.toLowerCase(),
        `${id} ${title}`,
        'lesson',
        questions.filter(({ lesson }) => lesson?.id === id),
      ),
    ),
    ...(content.objectives?.value.domains ?? []).flatMap(({ objectives }) =>
      objectives.flatMap(({ id, title }) =>
        sheet(
          id,
          `${id} ${title}`,
          'objective',
          questions.filter((question) => question.objectives.includes(id)),
        ),
      ),
    ),
    ...sheet('all', 'All questions', 'all', questions),
  ];
};
