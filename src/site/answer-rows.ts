import { inlineHtml, richHtml } from '../quiz/rich/html.ts';
import type { Rich } from '../quiz/rich/types.ts';
import type { ServedQuestion } from '../quiz/served.ts';
import { questionTypes } from '../quiz/types/index.ts';

/** One thing that could be answered, and what is said about it; texts are HTML. */
export interface AnswerRow {
  readonly text: string;
  readonly right: boolean;
  readonly feedback: string;
  /** The part's id when its claim can be run. */
  readonly run: string | null;
}

const phrase = (rich: Rich): string =>
  rich.map((block) => (block.type === 'paragraph' ? inlineHtml(block.children) : richHtml([block]))).join('<br>');

/** The answer of a question for a page of text: its key in words, and every answer that something is said about. */
export const answerRows = (question: ServedQuestion): { readonly key: string; readonly rows: readonly AnswerRow[] } => {
  const type = questionTypes.find(question.type);
  return {
    key: type?.speakKey(question.body) ?? '',
    rows: (type?.options(question.body) ?? []).map(({ id, text, key, feedback }) => ({
      text: phrase(text),
      right: key,
      feedback: richHtml(feedback),
      run: question.runs.includes(id) ? id : null,
    })),
  };
};
