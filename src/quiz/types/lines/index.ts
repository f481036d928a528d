import { listItem } from '../../choice/item.ts';
import { NOTHING } from '../../choice/option.ts';
import { scoreChoice } from '../../choice/score.ts';
import { codeText } from '../../rich/text.ts';
import { accept, asTexts, refuse } from '../checked.ts';
import { numberWord } from '../multiple/words.ts';
import type { QuestionType } from '../type.ts';
import { keyboard } from './keyboard.ts';
import type { LineOption, LinesBody, LinesResponse } from './schema.ts';

const numberOf = (raw: string): number | null => {
  const match = /^L(\d+)$/.exec(raw.trim());
  return match === null ? null : Number(match[1]);
};

const said = (body: LinesBody, ids: readonly string[]): string =>
  ids.map((id) => `line ${id.slice(1)}: ${body.code[Number(id.slice(1)) - 1]?.trim() ?? ''}`).join('; ');

/** A line of every kind: what the author said of it, or nothing. */
const allLines = (body: LinesBody): readonly LineOption[] =>
  body.code.map((text, i) => {
    const id = `L${i + 1}`;
    return (
      body.options.find((option) => option.id === id) ?? {
        id,
        line: i + 1,
        text: [{ type: 'paragraph', children: [{ type: 'code', value: text.trim() }] }],
        key: false,
        feedback: [],
        misconception: null,
      }
    );
  });

/** Lines of a file to pick: `- [x] L3` below an exhibit with `file=`. */
export const lines: QuestionType<LinesBody, LinesResponse> = {
  name: 'lines',
  label: 'Pick a line',
  answersInText: false,
  keyboard,
  answerId: (raw) => (numberOf(raw) === null ? null : raw.trim()),
  recognises: (draft) =>
    draft.answers.length > 0 && draft.answers.every((a) => a.checked !== null && numberOf(a.raw) !== null),
  read: (draft) => {
    const { report } = draft;
    const named = draft.fields.text('file');
    const exhibit =
      draft.exhibits.find((block) => block.file === named) ?? (named === null ? draft.exhibits[0] : undefined);
    if (exhibit?.file == null) {
      report.error(
        'read/lines',
        draft.fields.place('file'),
        named === null ? 'There is no file to pick a line of.' : `No code block has \`file=${named}\`.`,
        `Write the name behind the language of a block: \`\`\`hcl file=${named ?? 'policy.hcl'}.`,
      );
      return null;
    }
    const code = codeText(exhibit).replace(/\n$/, '').split('\n');
    const options: LineOption[] = [];
    for (const answer of draft.answers) {
      const line = numberOf(answer.raw);
      if (line === null || answer.checked === null || line < 1 || line > code.length) {
        report.error(
          'read/lines',
          answer.place,
          `\`${exhibit.file}\` has no such line.`,
          `Write \`- [x] L1\` to \`L${code.length}\`.`,
        );
        continue;
      }
      options.push({
        id: `L${line}`,
        line,
        text: [{ type: 'paragraph', children: [{ type: 'code', value: code[line - 1]!.trim() }] }],
        key: answer.checked,
        feedback: answer.feedback,
        misconception: answer.misconception,
      });
      draft.locate(`L${line}`, answer.place);
    }
    const select = options.filter((option) => option.key).length;
    if (select > 0) return { file: exhibit.file, code, options, select };
    report.error('read/lines', draft.place, 'No line is marked.', 'Mark the line to pick with `[x]`.');
    return null;
  },
  write: (body, below = NOTHING) =>
    body.options
      .map((option) => {
        const tag = option.misconception === null ? '' : ` {m=${option.misconception}}`;
        const head = `[${option.key ? 'x' : ' '}] L${option.line}${tag}`;
        return listItem('- ', [head], option.feedback, below(option.id));
      })
      .join('\n'),
  options: (body) => body.options,
  key: (body) => body.options.filter((option) => option.key).map((option) => option.id),
  check: (body, value) => {
    const ids = asTexts(value) ?? [];
    const picked = [...new Set(ids)].filter((id) => (numberOf(id) ?? 0) >= 1 && numberOf(id)! <= body.code.length);
    if (picked.length === body.select) return accept(picked);
    if (picked.length === 0)
      return refuse(body.select === 1 ? 'Pick a line.' : `Pick ${numberWord(body.select)} lines.`);
    return refuse(`Pick ${numberWord(body.select)}; you picked ${numberWord(picked.length)}.`);
  },
  score: (body, response, settings) => scoreChoice(allLines(body), response, settings),
  arrange: (body) => body,
  conceal: (body) => ({ ...body, options: [] }),
  speak: (body) => body.code.map((text, i) => ({ id: `L${i + 1}`, text: `Line ${i + 1}: ${text.trim() || 'empty'}` })),
  speakKey: (body) =>
    said(
      body,
      body.options.filter((option) => option.key).map((option) => option.id),
    ),
  speakResponse: said,
};
