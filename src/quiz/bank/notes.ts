import type { Blockquote, PhrasingContent, RootContent } from 'mdast';
import { suggestion } from '../../text/suggest.ts';
import type { Place } from '../message.ts';
import { placeOf } from '../rich/mdast.ts';
import type { Reporter } from './reporter.ts';

export const NOTE_KINDS = ['WHY', 'HINT', 'REF'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** What follows one `[!KIND]`, still as syntax tree. */
export interface Note {
  readonly kind: NoteKind;
  readonly nodes: readonly RootContent[];
  readonly place: Place;
}

const MARK = /(^|\n)[ \t]*\[!([A-Za-z]+)\][ \t]*/;

/** Whether a blockquote speaks for the site (`> [!WHY] …`) rather than quoting something in the stem. */
export const isNotes = (quote: Blockquote): boolean => {
  const first = quote.children[0];
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' && /^\s*\[!/.test(text.value);
};

/** Splits a blockquote at its `[!KIND]` marks: several notes may stand in one quote. */
export const splitNotes = (quote: Blockquote, report: Reporter): readonly Note[] => {
  const notes: { kind: NoteKind; nodes: RootContent[]; place: Place }[] = [];
  const open = (name: string, place: Place): void => {
    const kind = NOTE_KINDS.find((k) => k === name.toUpperCase());
    if (kind === undefined)
      report.error(
        'read/note',
        place,
        `\`[!${name}]\` is not a kind of note.`,
        suggestion(name.toUpperCase(), NOTE_KINDS),
      );
    notes.push({ kind: kind ?? 'WHY', nodes: [], place });
  };
  for (const block of quote.children) {
    if (block.type !== 'paragraph') {
      notes.at(-1)?.nodes.push(block);
      continue;
    }
    let paragraph: PhrasingContent[] = [];
    const close = (): void => {
      if (paragraph.length > 0) notes.at(-1)?.nodes.push({ type: 'paragraph', children: paragraph });
      paragraph = [];
    };
    for (const inline of block.children) {
      let rest = inline.type === 'text' ? inline.value : '';
      let line = placeOf(inline).line;
      for (let match = MARK.exec(rest); match !== null; match = MARK.exec(rest)) {
        const before = rest.slice(0, match.index);
        if (before !== '') paragraph.push({ type: 'text', value: before });
        close();
        line += (rest.slice(0, match.index + match[0].length).match(/\n/g) ?? []).length;
        open(match[2]!, { line, column: placeOf(quote).column });
        rest = rest.slice(match.index + match[0].length);
      }
      if (inline.type !== 'text') paragraph.push(inline);
      else if (rest !== '') paragraph.push({ type: 'text', value: rest });
    }
    close();
  }
  return notes;
};
