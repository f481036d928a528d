import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Effect } from '../../kernel/effects.ts';
import type { TemplateStanza } from '../config/config.ts';
import { Logger } from '../log/hclog.ts';
import { display } from './commands.ts';
import type { Dependency } from './dependency.ts';
import { evaluate } from './evaluate.ts';
import { type Quiescence, type QuiescenceOver, tick } from './quiescence.ts';
import { destinationOf, type PendingCommand, type RunnerContext, renderedMode } from './runner-context.ts';

/** One pass over all templates. Source: consul-template: manager/runner.go, Run and runTemplate. */
export interface Pass {
  readonly out: readonly Effect[];
  /** Names of everything the templates used. */
  readonly used: readonly string[];
  readonly unwatched: readonly Dependency[];
  readonly rendered: readonly boolean[];
  readonly outputs: readonly string[];
  readonly commands: readonly PendingCommand[];
  readonly quiescence: Readonly<Record<string, Quiescence>>;
  readonly error: string | null;
}

export const textOf = (c: RunnerContext, template: TemplateStanza): string =>
  template.contents ?? c.sources[template.source ?? ''] ?? '';

/** A template's name in debug lines: the hash of its text. */
export const templateId = (text: string): string => bytesToHex(md5(utf8ToBytes(text)));

const byName = (list: readonly Dependency[]): Map<string, Dependency> => new Map(list.map((d) => [d.name, d]));

/** @param wall the process's clock, Unix milliseconds */
export const runTemplates = (c: RunnerContext, wall: number): Pass => {
  const log = new Logger(c.level, 'agent');
  const out: Effect[] = log.debug('(runner) initiating run');
  const used = new Set<string>();
  const unwatched = new Map<string, Dependency>();
  const rendered = [...c.rendered];
  const outputs = [...c.outputs];
  const commands: PendingCommand[] = [];
  const files: Record<string, string | null> = { ...c.files };
  let quiescence: Readonly<Record<string, Quiescence>> = c.quiescence;
  const pass = (error: string | null): Pass => ({
    out,
    used: [...used],
    unwatched: [...unwatched.values()],
    rendered,
    outputs,
    commands,
    quiescence,
    error,
  });
  const debug = (text: string): void => {
    out.push(...log.debug(text));
  };

  for (const [i, template] of c.settings.templates.entries()) {
    const text = textOf(c, template);
    const id = templateId(text);
    debug(`(runner) checking template ${id}`);
    const result = evaluate(c, template, text, wall);
    out.push(...result.out);
    if (result.error !== null) {
      if (template.errorFatal) return pass(result.error);
      out.push(...log.error(`(runner) ${result.error}`));
      for (const name of c.needed) used.add(name);
      continue;
    }
    const missing = byName(result.missing);
    if (missing.size > 0) {
      debug(`(runner) missing data for ${missing.size} dependencies`);
      for (const name of missing.keys()) debug(`(runner) missing dependency: ${name}`);
    }
    for (const d of result.used) {
      used.add(d.name);
      if (d.name in c.watched || unwatched.has(d.name)) continue;
      debug(`(runner) add used dependency ${d.name} to missing since isLeader but do not have a watcher`);
      missing.set(d.name, d);
    }
    const fresh = [...missing.values()].filter((d) => !(d.name in c.watched) && !unwatched.has(d.name));
    if (fresh.length > 0) {
      debug(`(runner) was not watching ${fresh.length} dependencies`);
      for (const d of fresh) unwatched.set(d.name, d);
      continue;
    }
    if (missing.size > 0) {
      debug(`(runner) missing data for ${missing.size} dependencies`);
      continue;
    }
    if (c.due !== null && c.due !== i) continue;
    const resting = quiescence[i];
    if (resting !== undefined && template.wait !== null) {
      const { next, delay } = tick.wait(resting, wall, template.wait.min * 1000, template.wait.max * 1000);
      quiescence = { ...quiescence, [i]: next };
      const event: QuiescenceOver = { type: 'quiescence.over', template: i, id, generation: next.generation };
      out.push({ type: 'send', params: { to: c.self, event, delay } });
      continue;
    }
    outputs[i] = result.output;
    rendered[i] = true;
    if (c.dry) continue;
    debug(`(runner) rendering ${display(template)}`);
    if (template.destination === '') return pass(`error rendering ${display(template)}: missing destination`);
    const path = destinationOf(c, template);
    if (files[path] === result.output) continue;
    files[path] = result.output;
    out.push({ type: 'write', params: { path, text: result.output, mode: renderedMode(template) } });
    out.push(...log.info(`(runner) rendered ${display(template)}`));
    const known = commands.some(
      (p) => c.settings.templates[p.template]?.command.join('\0') === template.command.join('\0'),
    );
    if (template.command.length > 0 && !known) {
      debug(
        `(runner) appending command [${template.command.map((w) => JSON.stringify(w)).join(' ')}] from ${display(template)}`,
      );
      commands.push({ template: i });
    }
  }
  return pass(null);
};
