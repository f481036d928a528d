/** Files for other programs; each is made by code that is loaded when it is asked for. */
import type { Note } from '../../exports/note.ts';
import type { Entry } from '../../progress/index.ts';
import { dayOf } from '../../review/index.ts';
import { href } from '../../site/href.ts';
import type { ProgressData } from './data.ts';

export interface Made {
  readonly content: string | Uint8Array;
  readonly name: string;
  readonly type: string;
}

export interface Format {
  readonly label: string;
  /** What it is for, in one sentence. */
  readonly use: string;
  make(entries: readonly Entry[], data: ProgressData): Promise<Made>;
}

const loadNotes = async (): Promise<readonly Note[]> => {
  const response = await fetch(href('/progress/notes.json'));
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return (await response.json()) as readonly Note[];
};

const titlesOf = ({ questions }: ProgressData): ReadonlyMap<string, string> =>
  new Map(questions.map(({ id, title }) => [id, title]));

export const FORMATS: readonly Format[] = [
  {
    label: 'Anki package',
    use: 'All questions as cards, with your history of recalls.',
    make: async (entries) => {
      const [notes, { toCollection }, { learnedFrom }, { toAnkiPackage }] = await Promise.all([
        loadNotes(),
        import('../../exports/anki/collection.ts'),
        import('../../exports/anki/learned.ts'),
        import('../../exports/anki/package.ts'),
      ]);
      const now = Date.now();
      const collection = toCollection(notes, learnedFrom(entries), now, dayOf(now));
      return { content: await toAnkiPackage(collection), name: 'cards.apkg', type: 'application/octet-stream' };
    },
  },
  {
    label: 'Anki text',
    use: 'The same cards without history, as a text file that Anki imports.',
    make: async () => {
      const [notes, { toAnkiText }] = await Promise.all([loadNotes(), import('../../exports/anki/text.ts')]);
      return { content: toAnkiText(notes), name: 'cards.txt', type: 'text/plain' };
    },
  },
  {
    label: 'Answers as CSV',
    use: 'One line for each answer, for a spreadsheet.',
    make: async (entries, data) => {
      const { toCsv } = await import('../../exports/csv.ts');
      return { content: toCsv(entries, titlesOf(data)), name: 'answers.csv', type: 'text/csv' };
    },
  },
  {
    label: 'xAPI statements',
    use: 'A file for a learning record store. It names nobody.',
    make: async (entries, data) => {
      const { toXapi } = await import('../../exports/xapi.ts');
      const site = { title: 'Sidecar Lab', address: new URL(href('/'), location.href).href };
      const lessons = new Map(data.lessons.map(({ id, title, slug }) => [id, { title, slug }]));
      const statements = toXapi(entries, site, { questions: titlesOf(data), lessons });
      return { content: JSON.stringify(statements, null, 2), name: 'statements.json', type: 'application/json' };
    },
  },
];
