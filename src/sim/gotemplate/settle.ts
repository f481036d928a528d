import type { Dependency } from './dependency/dependency.ts';
import { nameOf } from './dependency/name.ts';
import { type Rendered, type RenderFault, type RenderOptions, render, type Template } from './render.ts';

/** How one dependency ends: with data (see `Lookup`) or with the text the runner logs after `(view) `. */
export type Fetched = { ok: true; data: unknown } | { ok: false; error: string };

export type Settled =
  | (Rendered & { passes: number })
  | (RenderFault & { passes: number })
  | { ok: false; kind: 'fetch'; text: string; dependency: Dependency; passes: number };

/** More passes than any template needs: each pass must find data it has not asked for yet. */
const PASSES = 100;

/**
 * Run a template the way the Agent does when every fetch answers at once: pass after pass, fetching what the last one
 * missed, until nothing is missing, a pass fails, or a fetch does. The first pass always runs without data.
 */
export const settle = (
  template: Template,
  fetch: (dependency: Dependency) => Fetched,
  options: RenderOptions = {},
): Settled => {
  const known = new Map<string, unknown>();
  for (let passes = 1; ; passes++) {
    const result = render(
      template,
      (dependency) => ({ found: known.has(nameOf(dependency)), data: known.get(nameOf(dependency)) }),
      options,
    );
    if (!result.ok || result.missing.length === 0 || passes >= PASSES) return { ...result, passes };
    for (const dependency of result.missing) {
      const fetched = fetch(dependency);
      if (!fetched.ok) return { ok: false, kind: 'fetch', text: fetched.error, dependency, passes };
      known.set(nameOf(dependency), fetched.data);
    }
  }
};
