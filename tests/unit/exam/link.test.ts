import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecipe, recipeLink } from '../../../src/exam/link.ts';

const bank = Array.from({ length: 40 }, (_, i) => `q${i}`);

describe('a link to an exam', () => {
  it('brings back what it was made from', () => {
    fc.assert(
      fc.property(fc.subarray(bank), fc.stringMatching(/^[a-z0-9 &=#é-]{0,20}[a-z]$/), (resting, text) => {
        const recipe = { blueprint: 'short', seed: text.trim(), bank: 'v1', resting };
        expect(readRecipe(recipeLink(recipe, bank), bank, 'v1')).toEqual(recipe);
      }),
    );
  });

  it('of another version of the bank keeps that version, and leaves nothing out', () => {
    const link = recipeLink({ blueprint: 'short', seed: 'red', bank: 'v1', resting: ['q3'] }, bank);
    expect(readRecipe(link, bank, 'v2')).toEqual({ blueprint: 'short', seed: 'red', bank: 'v1', resting: [] });
  });

  it('for a class is short', () => {
    expect(recipeLink({ blueprint: 'short', seed: 'red', bank: 'v1', resting: [] }, bank)).toBe(
      '#b=short&seed=red&bank=v1',
    );
  });

  it('without blueprint or seed is none', () => {
    for (const hash of ['', '#', '#b=short', '#seed=red', '#b=short&seed='])
      expect(readRecipe(hash, bank, 'v1')).toBeNull();
  });
});
