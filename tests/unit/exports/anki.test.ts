import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import initSqlJs from 'sql.js/dist/sql-asm.js';
import { describe, expect, it } from 'vitest';
import { toCollection } from '../../../src/exports/anki/collection.ts';
import { learnedFrom } from '../../../src/exports/anki/learned.ts';
import { toAnkiPackage } from '../../../src/exports/anki/package.ts';
import { toAnkiText } from '../../../src/exports/anki/text.ts';
import type { Note } from '../../../src/exports/note.ts';
import { answered, at, MONDAY } from '../review/history.ts';

const note = (id: string, front: string): Note => ({
  id,
  title: id,
  front,
  back: '<p><b>own-token</b></p>',
  tags: ['vault::L01', 'vault::1f'],
  address: `https://example.org/quiz/${id}/`,
});

const notes = [
  note('check-design', '<p>Which design?</p>'),
  note('two-tokens', '<pre><code>a\n\tb "c"</code></pre>'),
  note('never-met', '<p>New &amp; unseen</p>'),
];
const entries = [
  answered(0, 'check-design', false),
  answered(1, 'check-design'),
  answered(3, 'check-design'),
  answered(0, 'two-tokens'),
  { kind: 'card', id: 'c', at: at(1), card: 'question two-tokens', state: 'suspended', until: null } as const,
];
const collection = () => toCollection(notes, learnedFrom(entries), at(4), MONDAY + 4);

const recorded = JSON.parse(
  readFileSync(new URL('../../fixtures/anki-schema.fixture.json', import.meta.url), 'utf8'),
) as { readonly ver: number; readonly tables: Readonly<Record<string, readonly string[]>> };

interface Rows {
  exec(
    sql: string,
  ): readonly { readonly columns: readonly string[]; readonly values: readonly (readonly unknown[])[] }[];
}

const opened = async (): Promise<Rows> => {
  const files = unzipSync(await toAnkiPackage(collection()));
  expect(strFromU8(files.media!)).toBe('{}');
  const { Database } = await (initSqlJs as () => Promise<{ Database: new (bytes: Uint8Array) => Rows }>)();
  return new Database(files['collection.anki2']!);
};

/** Anki's own program, where Python has it: `pip install anki`. */
const python = process.env.PYTHON ?? 'python3';
const withAnki = spawnSync(python, ['-c', 'import anki.collection']).status === 0;

describe('an Anki package', () => {
  it('is a collection of schema 11 with the learner’s cards and recalls', async () => {
    const db = await opened();
    const rows = (sql: string) => db.exec(sql)[0]?.values ?? [];
    // Recorded from a package that Anki exported: tests/fixtures/anki-schema.py.
    const tables = rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").flat().map(String);
    expect(
      Object.fromEntries(tables.map((t) => [t, rows(`SELECT name FROM pragma_table_info('${t}')`).flat()])),
    ).toEqual(recorded.tables);
    expect(rows('SELECT ver FROM col')).toEqual([[recorded.ver]]);
    expect(rows('SELECT guid FROM notes ORDER BY guid').flat()).toEqual(['check-design', 'never-met', 'two-tokens']);
    expect(rows('SELECT type, queue, reps, lapses FROM cards ORDER BY reps')).toEqual([
      [0, 0, 0, 0],
      [2, -1, 1, 0],
      [2, 2, 3, 0],
    ]);
    expect(rows('SELECT ease FROM revlog ORDER BY id').flat()).toEqual([1, 3, 3, 3]);
    expect(rows('PRAGMA integrity_check')).toEqual([['ok']]);
    for (const json of rows('SELECT conf, models, decks, dconf, tags FROM col')[0]!) JSON.parse(String(json));
  });

  // The recorded schema above is checked everywhere; this needs the program itself.
  if (withAnki)
    it('is opened by Anki itself, with intervals and history, and met again on import', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'sidecar-lab-'));
      try {
        const file = join(folder, 'cards.apkg');
        writeFileSync(file, await toAnkiPackage(collection()));
        const script = fileURLToPath(new URL('./anki-import.py', import.meta.url));
        const { stdout, stderr } = spawnSync(python, [script, file], { encoding: 'utf8' });
        expect(stderr).not.toContain('Traceback');
        const found = JSON.parse(stdout) as { notes: { guid: string; fields: unknown; tags: string[] }[] };
        expect(found).toMatchObject({ new: 3, newAgain: 0, decks: ['Sidecar Lab'], suspended: 1 });
        expect(found.notes.find(({ guid }) => guid === 'two-tokens')).toMatchObject({
          fields: { Front: '<pre><code>a\n\tb "c"</code></pre>', Back: '<p><b>own-token</b></p>' },
          tags: ['vault::1f', 'vault::L01'],
        });
        expect(found).toMatchObject({
          cards: expect.arrayContaining([expect.objectContaining({ type: 2, reps: 3 })]),
          recalls: expect.arrayContaining([0, 1, 3]),
          question: expect.stringMatching(/Which design|unseen|<pre>/),
        });
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
});

describe('cards as text for Anki', () => {
  it('have one line each, whatever code they show', () => {
    const lines = toAnkiText(notes).trimEnd().split('\n');
    expect(lines.filter((line) => !line.startsWith('#'))).toHaveLength(3);
    expect(lines).toContain(
      '"two-tokens"\t"<pre><code>a<br>\tb ""c""</code></pre>"\t"<p><b>own-token</b></p>"\t"vault::L01 vault::1f"',
    );
    expect(lines.slice(0, 6)).toContain('#guid column:1');
  });
});
