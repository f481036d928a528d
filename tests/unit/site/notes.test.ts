import { describe, expect, it } from 'vitest';
import { notes } from '../../../src/site/notes.ts';
import { reviewData } from '../../../src/site/review.ts';

describe('questions as cards for other programs', () => {
  const all = notes();

  it('have a front and a back each, and an id of their own', () => {
    expect(all.length).toBeGreaterThan(30);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { front, back } of all) {
      expect(front).toMatch(/^<\w/);
      expect(back).toMatch(/^<p><b>.+<\/b><\/p>/s);
    }
  });

  it('stand by themselves: no address of theirs needs the site around it', () => {
    for (const { front, back, address } of all) {
      expect(front + back).not.toMatch(/ (href|src)="(?!https?:)/);
      expect(address).toMatch(/^https:\/\/.+\/quiz\/[\w-]+\/$/);
    }
  });

  it('have tags that Anki can take', () => {
    for (const { tags } of all) for (const tag of tags) expect(tag).toMatch(/^\S+$/);
  });
});

describe('the deck of the review', () => {
  it('names lessons, objectives and beliefs that there are', () => {
    const { deck, domains, misconceptions } = reviewData();
    const objectives = new Set(domains.flatMap((domain) => domain.objectives.map(({ id }) => id)));
    for (const question of deck.questions) {
      for (const id of question.objectives) expect(objectives).toContain(id);
      for (const id of question.misconceptions) expect(misconceptions[id]).toBeDefined();
    }
    expect(new Set(deck.checks.map(({ lab, check }) => `${lab} ${check}`)).size).toBe(deck.checks.length);
  });
});
