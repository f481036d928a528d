import { listItem } from '../../choice/item.ts';
import { NOTHING, optionBraces } from '../../choice/option.ts';
import { contentId } from '../../hash.ts';
import { richMarkdown } from '../../rich/markdown.ts';
import { richText } from '../../rich/text.ts';
import { accept, asRecord, refuse } from '../checked.ts';
import type { QuestionType } from '../type.ts';
import { keyboard } from './keyboard.ts';
import type { Left, MatchBody, MatchResponse, Right } from './schema.ts';
import { scoreMatch } from './score.ts';
import { splitPair } from './split.ts';

const textOf = (list: readonly (Left | Right)[], id: string | undefined): string =>
  richText(list.find((side) => side.id === id)?.text ?? []);

const words = (body: MatchBody, chosen: MatchResponse): string =>
  body.lefts.map((left) => `${richText(left.text)}: ${textOf(body.rights, chosen[left.id]) || 'nothing'}`).join('; ');

/** Pairs to find: `- left => right`; `- => right` is a spare right side. */
export const match: QuestionType<MatchBody, MatchResponse> = {
  name: 'match',
  label: 'Match',
  answersInText: false,
  keyboard,
  recognises: (draft) => draft.answers.some((answer) => answer.checked === null && splitPair(answer.text) !== null),
  read: (draft) => {
    const lefts: Left[] = [];
    const rights: Right[] = [];
    const pairs: Record<string, string> = {};
    for (const answer of draft.answers) {
      const sides = splitPair(answer.text);
      if (sides === null || sides.right.length === 0) {
        draft.report.error(
          'read/match',
          answer.place,
          'This item is no pair.',
          'Write `- left => right`, or `- => right` for a spare.',
        );
        continue;
      }
      const right = { id: contentId(richText(sides.right)), text: sides.right };
      if (!rights.some((known) => known.id === right.id)) rights.push(right);
      if (sides.left.length === 0) continue;
      const id = answer.id ?? contentId(richText(sides.left));
      if (lefts.some((left) => left.id === id)) {
        draft.report.error('read/match', answer.place, 'Two pairs have the same left side.', 'Change one of them.');
        continue;
      }
      lefts.push({ id, text: sides.left, feedback: answer.feedback, misconception: answer.misconception });
      pairs[id] = right.id;
      draft.locate(id, answer.place);
    }
    if (lefts.length >= 2 && rights.length >= 2) return { lefts, rights, pairs };
    draft.report.error(
      'read/match',
      draft.place,
      'There is too little to match.',
      'List at least two pairs as `- left => right`.',
    );
    return null;
  },
  write: (body, below = NOTHING) => {
    const side = (id: string | undefined): string =>
      richMarkdown(body.rights.find((right) => right.id === id)?.text ?? []);
    const used = new Set(Object.values(body.pairs));
    return [
      ...body.lefts.map((left) => {
        const head = `${richMarkdown(left.text)} => ${side(body.pairs[left.id])}${optionBraces(left)}`;
        return listItem('- ', [head], left.feedback, below(left.id));
      }),
      ...body.rights.filter((right) => !used.has(right.id)).map((right) => `- => ${side(right.id)}`),
    ].join('\n');
  },
  options: () => [],
  key: (body) => body.pairs,
  check: (body, value) => {
    const record = asRecord(value) ?? {};
    const chosen = Object.fromEntries(
      body.lefts.flatMap((left) => {
        const id = record[left.id];
        return typeof id === 'string' && body.rights.some((right) => right.id === id) ? [[left.id, id] as const] : [];
      }),
    );
    const open = body.lefts.length - Object.keys(chosen).length;
    if (open === 0) return accept(chosen);
    return refuse(open === 1 ? 'One field is still open.' : `${open} fields are still open.`);
  },
  score: scoreMatch,
  arrange: (body, shuffle) => ({ ...body, lefts: shuffle(body.lefts), rights: shuffle(body.rights) }),
  conceal: (body) => ({
    lefts: body.lefts.map((left) => ({ ...left, feedback: [], misconception: null })),
    rights: [...body.rights].sort((a, b) => (a.id < b.id ? -1 : 1)),
    pairs: {},
  }),
  speak: (body) => [
    ...body.lefts.map((left) => ({ id: left.id, text: `${richText(left.text)}: a field to choose in` })),
    ...body.rights.map((right) => ({ id: right.id, text: `To choose: ${richText(right.text)}` })),
  ],
  speakKey: (body) => words(body, body.pairs),
  speakResponse: words,
};
