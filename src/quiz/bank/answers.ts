import type { Code, List, ListItem, Paragraph, RootContent } from 'mdast';
import { type GapFinder, placeOf, readBlocks, type Unsupported } from '../rich/mdast.ts';
import { NO_ATTRIBUTES, readAttributes, trailingBraces } from './attributes.ts';
import type { Answer } from './draft.ts';
import { fieldsOf } from './fields.ts';
import { isProof, readProof } from './proofs.ts';
import type { Reporter } from './reporter.ts';

export interface AnswerOptions {
  readonly source: string;
  readonly gaps: GapFinder;
  readonly unsupported: Unsupported;
  readonly report: Reporter;
}

const firstParagraph = (item: ListItem): Paragraph | null => {
  const first = item.children[0];
  return first?.type === 'paragraph' ? first : null;
};

const rawText = (item: ListItem, source: string): string => {
  const position = firstParagraph(item)?.position;
  return position === undefined ? '' : source.slice(position.start.offset, position.end.offset);
};

const isAnswer = (item: ListItem, ordered: boolean, source: string): boolean =>
  ordered || typeof item.checked === 'boolean' || /^(!?=(\s|$)|=>)|\s=>\s/.test(rawText(item, source));

/** Whether a list is one to answer: numbered steps, boxes, `= …`, `!= …` or `left => right`. Plain bullets are stem. */
export const isAnswerList = (node: RootContent, source: string): node is List =>
  node.type === 'list' && node.children.some((item) => isAnswer(item, node.ordered === true, source));

/** The paragraph's inline nodes without the attribute list at its end. */
const withoutBraces = (paragraph: Paragraph): Paragraph => {
  const last = paragraph.children.at(-1);
  if (last?.type !== 'text') return paragraph;
  const braces = trailingBraces(last.value);
  if (braces === null) return paragraph;
  const rest = braces.before === '' ? [] : [{ ...last, value: braces.before }];
  return { ...paragraph, children: [...paragraph.children.slice(0, -1), ...rest] };
};

const readAnswer = (item: ListItem, options: AnswerOptions): Answer => {
  const { source, report, gaps, unsupported } = options;
  const place = placeOf(item);
  const paragraph = firstParagraph(item);
  const written = rawText(item, source);
  const braces = trailingBraces(written);
  const bracesPlace = { line: place.line, column: placeOf(paragraph ?? item).column + (braces?.at ?? 0) };
  const attributes = braces === null ? NO_ATTRIBUTES(place) : readAttributes(braces.inside, bracesPlace, report);
  const fields = fieldsOf(attributes, [], report);
  const misconception = fields.text('m');
  fields.finish('an answer');
  const rest = item.children.slice(paragraph === null ? 0 : 1);
  const isFeedback = (node: RootContent): boolean => node.type === 'blockquote';
  const proofs = rest.filter((node): node is Code => node.type === 'code' && isProof(node));
  const content = rest.filter((node) => !isFeedback(node) && !proofs.some((proof) => proof === node));
  return {
    id: attributes.id,
    checked: item.checked ?? null,
    text: readBlocks([...(paragraph === null ? [] : [withoutBraces(paragraph)]), ...content], { gaps, unsupported }),
    raw: (braces === null ? written : braces.before).replace(/\s*\n\s*/g, ' ').trim(),
    feedback: readBlocks(
      rest.flatMap((node) => (node.type === 'blockquote' ? node.children : [])),
      { gaps, unsupported },
    ),
    misconception,
    proofs: proofs.flatMap((node) => readProof(node, report) ?? []),
    place,
  };
};

/** The items of an answer list. */
export const readAnswers = (list: List, options: AnswerOptions): readonly Answer[] =>
  list.children.map((item) => readAnswer(item, options));
