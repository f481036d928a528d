/** Questions as cards for other programs, made at build time. */
import type { Note } from '../exports/note.ts';
import { asWritten, shuffleBy } from '../quiz/order.ts';
import { escapeHtml, richHtml } from '../quiz/rich/html.ts';
import type { ServedQuestion } from '../quiz/served.ts';
import { questionTypes } from '../quiz/types/index.ts';
import { site } from './config.ts';
import { href } from './href.ts';
import { servedQuestions } from './questions.ts';

/** `code` between backticks, as the text forms of answers have it. */
const ticked = (text: string): string =>
  escapeHtml(text)
    .split('`')
    .map((part, i) => (i % 2 === 1 ? `<code>${part}</code>` : part))
    .join('');

/** Links and pictures of the site work elsewhere only with their whole address. */
const absolute = (html: string): string => html.replaceAll(/ (href|src)="\/(?!\/)/g, ` $1="${site.address}/`);

const note = (question: ServedQuestion): Note | null => {
  const type = questionTypes.find(question.type);
  if (type === undefined || question.type === 'lab') return null;
  // Cards show one order for good; it must not be the author's, in which keys may come early.
  const body = type.arrange(question.body, question.shuffle ? shuffleBy(question.id) : asWritten);
  const parts = type.speak(body).map(({ text }) => `<li>${ticked(text)}</li>`);
  const address = new URL(href(`/quiz/${question.id}/`), site.address).href;
  const sources = question.sources.map(({ title, url }) => `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`);
  return {
    id: question.id,
    title: question.title,
    front: absolute(
      `${question.situation === null ? '' : richHtml(question.situation.text)}${richHtml(question.stem)}${
        parts.length === 0 ? '' : `<ul>${parts.join('')}</ul>`
      }`,
    ),
    back: absolute(
      `<p><b>${ticked(type.speakKey(body))}</b></p>${question.why === null ? '' : richHtml(question.why)}<p>${[
        ...sources,
        `<a href="${address}">${escapeHtml(question.title)}</a>`,
      ].join(' · ')}</p>`,
    ),
    tags: [question.lesson?.id, ...question.objectives]
      .filter((tag) => tag !== undefined)
      .map((tag) => `vault::${tag}`),
    address,
  };
};

export const notes = (): readonly Note[] => servedQuestions().flatMap((question) => note(question) ?? []);
