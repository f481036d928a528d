import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { comparisonOf } from '../../../../src/islands/workbench/compare/comparison.ts';
import { subjectsOf } from '../../../../src/islands/workbench/follow/subject.ts';
import { touchesOf } from '../../../../src/islands/workbench/follow/touches.ts';
import { difference, hunks } from '../../../../src/islands/workbench/objects/difference.ts';
import { heldBy, readable } from '../../../../src/islands/workbench/objects/objects.ts';
import { exchangesOf, machines, Session, type WorldDefinition } from '../../../../src/sim/index.ts';

const world = load(readFileSync('content/worlds/base.yaml', 'utf8')) as WorldDefinition;
const session = new Session(machines, world);
session.type('kubectl apply -f app.yaml');
session.advanceTo(10_000);
const { history } = session.run;
const exchanges = exchangesOf(history, { start: session.start, withoutControllers: true });

describe('objects', () => {
  const held = heldBy(session);
  const names = (group: string): string[] => held.filter((h) => h.group === group).map((h) => h.name);

  it('are what Vault and the API server hold, each once', () => {
    expect(new Set(held.map((h) => h.id)).size).toBe(held.length);
    expect(names('Vault: auth/kubernetes/ roles')).toEqual(['app-web']);
    expect(names('Vault: kv/ keys')).toEqual(['app/config']);
    expect(names('Vault: policies')).toContain('kv-app');
    expect(names('Vault: tokens').filter((n) => n.startsWith('kubernetes-app-web'))).toHaveLength(2);
    expect(names('Kubernetes: pods')[0]).toMatch(/^app\/web-/);
  });

  it('read as people read them: moments are dates', () => {
    const token = held.find((h) => h.name.startsWith('kubernetes-app-web'));
    expect(readable(token?.value)).toMatchObject({ created: expect.stringMatching(/^2026-01-05T/) });
  });
});

describe('a difference', () => {
  it('gives both texts back, and keeps what is common', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const found = difference(before, after);
        expect(found.filter((l) => l.kind !== 'added').map((l) => l.text)).toEqual(before);
        expect(found.filter((l) => l.kind !== 'removed').map((l) => l.text)).toEqual(after);
      }),
    );
    expect(difference(['a', 'b', 'c'], ['a', 'x', 'c']).map((l) => l.kind)).toEqual([
      'same',
      'removed',
      'added',
      'same',
    ]);
  });

  it('is shown with a few lines around what changed', () => {
    const before = Array.from({ length: 20 }, (_, i) => String(i));
    const shown = hunks(difference(before, before.with(10, 'x')), 1);
    expect(shown.map((l) => l?.text ?? null)).toEqual([null, '9', '10', 'x', '11', null]);
  });
});

describe('following', () => {
  const subjects = subjectsOf(history);
  const wordsOf = (kind: string, which = 0): string[] => {
    const subject = subjects.filter((s) => s.kind === kind)[which];
    if (!subject) throw new Error(`nothing of kind ${kind}`);
    return touchesOf(history, subject, exchanges).map((t) => t.words);
  };

  it('a token: from the login that issued it to its use, and where it was written', () => {
    const words = wordsOf(
      'token',
      subjects.filter((s) => s.kind === 'token').findIndex((s) => s.id !== 'root'),
    );
    expect(words[0]).toContain('logs in to Vault');
    expect(words.some((w) => w.includes('reads kv/data/app/config'))).toBe(true);
    expect(words.some((w) => w.endsWith('.vault-token'))).toBe(true);
    expect(words.some((w) => w.includes('applies') || w.includes('Deployment'))).toBe(false);
  });

  it('a secret: who wrote it, who read it, and the file it became', () => {
    const words = wordsOf(
      'secret',
      subjects.filter((s) => s.kind === 'secret').findIndex((s) => s.id === 'kv/app/config'),
    );
    expect(words.some((w) => w.includes('reads kv/data/app/config'))).toBe(true);
    expect(words.some((w) => w.endsWith('/vault-secrets/config'))).toBe(true);
  });

  it('a Pod: its states, its containers, its login and the review within', () => {
    const words = wordsOf('pod');
    expect(words.some((w) => w.includes('mountingVolumes'))).toBe(true);
    expect(words.some((w) => w.includes('review the JWT'))).toBe(true);
  });
});

describe('two runs', () => {
  it('are the same until one of them goes its own way', () => {
    const other = session.branch();
    other.seek(1_000);
    other.type('vault policy delete kv-app');
    other.advanceTo(10_000);
    const theirs = exchangesOf(other.run.history, { start: other.start, withoutControllers: true });
    const { rows, first } = comparisonOf(exchanges, theirs);
    expect(rows[first ?? -1]).toMatchObject({ before: null, after: { from: 'operator' } });
    expect(rows.slice(0, first ?? 0).every((r) => r.before !== null && r.after !== null)).toBe(true);
    expect(comparisonOf(exchanges, exchanges).first).toBeNull();
  });
});
