import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint } from '../../../../src/quiz/lint/lint.ts';
import type { LintContext } from '../../../../src/quiz/lint/rule.ts';
import { rules } from '../../../../src/quiz/lint/rules.ts';
import { questionTypes } from '../../../../src/quiz/types/index.ts';
import { read } from '../helpers.ts';

const contextOf = (body: string, more: Partial<LintContext> = {}): LintContext => ({
  banks: [read(body).read],
  types: questionTypes,
  objectives: ['1a', '1b'],
  known: null,
  today: '2026-11-25',
  played: [],
  results: {},
  ...more,
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const found = (body: string) => rule.check(contextOf(body, rule.example));

  it('finds its failing example and says what to do', () => {
    const findings = found(rule.failing);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings[0]!.level ?? rule.level).toBe(rule.level);
    for (const { text, remedy } of findings) {
      expect(text).toMatch(/\.$|…$|^The |: |[a-z]$/);
      expect(remedy).toMatch(/\S.*[.?]$/);
    }
  });

  it('leaves its passing example alone', () => {
    expect(found(rule.passing)).toEqual([]);
  });

  it('stands in a file of its name', () => {
    const folder = new URL('../../../../src/quiz/lint/', import.meta.url);
    expect(readdirSync(folder)).toContain(`${id.toLowerCase()}-${rule.name}.ts`);
  });
});

describe('the rules', () => {
  it('are Q01 to Q44', () => {
    expect(rules.map((rule) => rule.id)).toEqual(
      Array.from({ length: 44 }, (_, i) => `Q${String(i + 1).padStart(2, '0')}`),
    );
  });

  const absolute = '## T {#t WAIVER}\n\nWhich?\n\n- [x] A\n- [ ] B, always\n- [ ] C\n';
  it('name line and column, and are overruled for one question with a reason', () => {
    const only = rules.filter(({ id }) => id === 'Q12');
    expect(lint(contextOf(absolute.replace(' WAIVER', '')), only)).toMatchObject([
      { code: 'Q12', level: 'warning', line: 13, column: 1 },
    ]);
    const waived = absolute.replace('WAIVER', 'lint-ok="Q12:the word is the point"');
    expect(lint(contextOf(waived), only)).toEqual([]);
  });

  it('that protect learners cannot be overruled', () => {
    const body = '## T {#t lint-ok="Q02:later"}\n\nWhich?\n\n- [x] A\n- [ ] B\n';
    expect(lint(contextOf(body)).map(({ code }) => code)).toContain('Q02');
  });
});
