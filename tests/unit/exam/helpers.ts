import { readdirSync, readFileSync } from 'node:fs';
import type { Blueprint, Line, Quota } from '../../../src/exam/blueprint/blueprint.ts';
import { examItems, type Item } from '../../../src/exam/item.ts';
import { parseBank } from '../../../src/quiz/bank/parse.ts';

/** An item with what a test cares about. */
export const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  kind: 'single',
  objectives: ['1a'],
  lesson: 'L01',
  difficulty: 2,
  level: 'understand',
  situation: null,
  ...more,
});

export const line = (objective: string, items: number): Line => ({ objective, lesson: null, items });

export const quota = (of: Quota['of'], name: string, least: number, most: number | null = least): Quota => ({
  of,
  name,
  least,
  most,
});

/** A blueprint with what a test cares about. */
export const blueprint = (lines: readonly Line[], more: Partial<Blueprint> = {}): Blueprint => ({
  id: 'test',
  title: 'Test',
  about: 'A test.',
  ready: true,
  minutes: 60,
  pass: 70,
  seed: null,
  rest: 7,
  lines,
  quotas: [],
  kinds: null,
  situations: 0,
  ...more,
});

const banks = new URL('../../../content/questions/', import.meta.url);

/** The items of the real banks. */
export const realItems = (): readonly Item[] =>
  examItems(
    readdirSync(banks)
      .filter((file) => file.endsWith('.q.md'))
      .sort()
      .map((file) => parseBank(readFileSync(new URL(file, banks), 'utf8'), file).read.bank),
  );
