/**
 * Cards as a text file for Anki ("Import File"). The head lines are Anki's own: docs.ankiweb.net, "Importing: Text
 * files", "File headers".
 */
import type { Note } from '../note.ts';
import { DECK } from './deck.ts';

const field = (text: string): string => `"${text.replaceAll('"', '""').replaceAll(/\r?\n/g, ' ')}"`;

/** Code keeps its lines: they become breaks, since a line ends a card here. */
const oneLine = (html: string): string =>
  html.replaceAll(/<pre>[\s\S]*?<\/pre>/g, (block) => block.replaceAll('\n', '<br>'));

/** Importing it again changes the cards that are there, since each has its id. */
export const toAnkiText = (notes: readonly Note[]): string =>
  [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    `#deck:${DECK}`,
    '#guid column:1',
    '#tags column:4',
    ...notes.map(({ id, front, back, tags }) =>
      [id, oneLine(front), oneLine(back), tags.join(' ')].map(field).join('\t'),
    ),
    '',
  ].join('\n');
