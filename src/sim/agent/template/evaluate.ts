import type { Dependency as Needed } from '../../gotemplate/dependency/dependency.ts';
import { nameOf } from '../../gotemplate/dependency/name.ts';
import { render } from '../../gotemplate/render.ts';
import type { Effect } from '../../kernel/effects.ts';
import type { TemplateStanza } from '../config/config.ts';
import { worldPath } from '../files.ts';
import { plain } from '../log/hclog.ts';
import { type Dependency, dependencyOf } from './dependency.ts';
import type { RunnerContext } from './runner-context.ts';

/** One evaluation of a template with what the runner knows. */
export interface Evaluation {
  readonly output: string;
  readonly used: readonly Dependency[];
  /** Those without data: the output is not final. */
  readonly missing: readonly Dependency[];
  /** Files that `writeToFile` made, and what was printed. */
  readonly out: readonly Effect[];
  /** Whole text as the Agent logs it, or `null`. */
  readonly error: string | null;
}

/** @param text the template's contents @param wall the process's clock, Unix milliseconds */
export const evaluate = (c: RunnerContext, template: TemplateStanza, text: string, wall: number): Evaluation => {
  const lookup = (dependency: Needed): { found: boolean; data?: unknown } => {
    const name = nameOf(dependency);
    return name in c.brain ? { found: true, data: c.brain[name] } : { found: false };
  };
  const { environment, address, users, groups } = c.surroundings;
  const result = render(
    {
      contents: text,
      destination: template.destination,
      left: template.leftDelimiter,
      right: template.rightDelimiter,
      errorOnMissingKey: template.errorOnMissingKey,
      ...(template.contents === null && template.source !== null && { source: template.source }),
    },
    lookup,
    { environment, address, now: wall, ...(users.length > 0 && { users }), ...(groups.length > 0 && { groups }) },
  );
  const out: Effect[] = result.written.map(({ path: own, text: content, append, mode }) => {
    const path = worldPath(c.settings.mounts, own);
    return append
      ? { type: 'append', params: { path, text: content } }
      : { type: 'write', params: { path, text: content, mode: mode === '' ? '0644' : mode } };
  });
  if (result.printed !== '') out.push(plain(result.printed));
  return {
    output: result.ok ? result.output : '',
    used: result.used.map(dependencyOf),
    missing: result.missing.map(dependencyOf),
    out,
    error: result.ok ? null : result.text,
  };
};
