import { dump, load } from 'js-yaml';
import type { Exchange, Step, Time } from '../sim/index.ts';
import { parseDuration } from '../text/duration.ts';
import { formatDuration } from './duration.ts';
import { isFileName, type Problem } from './read-run.ts';
import { LIMITS, type RecordedRun } from './recorded-run.ts';

/** A scenario as its file has it: what happens in which world. Its expectations are for those who check content. */
export interface ScenarioFile {
  readonly title: string;
  /** File of `content/worlds`. */
  readonly worldName: string;
  readonly files: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** Exchanges that are worth expecting, at most. */
const EXPECTED = 6;
const METHODS = new Set(['GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'LIST']);

/** A timeline has no Ctrl-C: a command that was ended by it is left out with it, which changes nothing but the console. */
const withoutInterrupted = (steps: readonly Step[]): Step[] => {
  const kept: Step[] = [];
  for (const step of steps) {
    if (!('interrupt' in step)) kept.push(step);
    else {
      const last = kept.findLastIndex((s) => 'run' in s);
      if (last >= 0) kept.splice(last, 1);
    }
  }
  return kept;
};

const entryOf = (step: Step): object => {
  const at = formatDuration(step.at);
  if ('run' in step) return { at, run: step.run };
  if ('fault' in step) return { at, fault: step.fault };
  if ('heal' in step) return { at, heal: step.heal };
  return 'save' in step ? { at, save: step.save, text: step.text } : { at };
};

/** What the workload and its Agents were answered last, path by path: the outcome of a run in a few lines. */
const expectationsOf = (exchanges: readonly Exchange[], end: Time): object[] => {
  const at = formatDuration(end);
  const latest = new Map<string, object>();
  for (const { from, to, request, status } of exchanges) {
    const [method = '', target = ''] = request.split(' ');
    const path = target.split('?')[0] ?? '';
    if (to !== 'vault' || from === 'operator' || status === null || !METHODS.has(method)) continue;
    const key = `${from} ${request}`;
    latest.delete(key);
    latest.set(key, { at, exchange: { from, to, method, path, status } });
  }
  const found = [...latest.values()].slice(-EXPECTED);
  return found.length > 0 ? found : [{ at, command: { run: 'kubectl get pods -A', exit: 0 } }];
};

/**
 * A run as a scenario file: YAML that the content check accepts, and whose expectations hold.
 * @param exchanges of the run up to its end
 */
export const toScenarioFile = (recorded: RecordedRun, exchanges: readonly Exchange[]): string => {
  const { world, worldName, files, run } = recorded;
  const began = run?.files ?? files;
  const steps = withoutInterrupted(run?.steps ?? []);
  const timeline = steps.length > 0 ? steps.map(entryOf) : [{ at: '0s', run: 'kubectl apply -f app.yaml' }];
  const end = run?.end ?? 30_000;
  return dump(
    {
      title: recorded.title,
      about: `Saved from the workbench: ${timeline.length === 1 ? 'one step' : `${timeline.length} steps`} in ${formatDuration(end)}.`,
      world: worldName,
      files: Object.fromEntries(Object.entries(began).filter(([name, text]) => world.files[name] !== text)),
      timeline,
      expect: expectationsOf(exchanges, end),
    },
    { lineWidth: -1, noRefs: true },
  );
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a text is meant to be a scenario: YAML with a timeline. */
export const looksLikeScenario = (text: string): boolean => /^timeline:/m.test(text) && !/^kind:/m.test(text);

const stepOf = (entry: unknown, i: number): Step | string => {
  const where = `timeline[${i}]`;
  if (!isObject(entry)) return `${where} is not an entry.`;
  const at = parseDuration(String(entry.at));
  if (at === null || at > LIMITS.time) return `${where}.at is not a duration of at most 30 days, like 5s or 1h30m.`;
  const { run, fault, heal, save, text } = entry;
  if (typeof run === 'string' && run.length <= LIMITS.commandCharacters) return { at, run };
  if (typeof fault === 'string') return { at, fault };
  if (typeof heal === 'string') return { at, heal };
  if (typeof save === 'string' && isFileName(save) && typeof text === 'string') return { at, save, text };
  return `${where} says nothing to do: it needs run, fault, heal, or save with text.`;
};

/** Read a scenario file. Expectations are passed over: the workbench plays, it does not judge. */
export const readScenarioFile = (text: string): { scenario: ScenarioFile } | { problem: Problem } => {
  const refuse = (what: string, remedy = 'Correct the file, and open it again.') => ({
    problem: { text: `This scenario cannot be opened: ${what}`, remedy },
  });
  let value: unknown;
  try {
    value = load(text);
  } catch (error) {
    return refuse(error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it is not YAML.');
  }
  if (!isObject(value) || !Array.isArray(value.timeline)) return refuse('it has no timeline.');
  if (value.timeline.length > LIMITS.steps) return refuse(`its timeline has more than ${LIMITS.steps} entries.`);
  const { title = 'A scenario', world = 'base', files = {} } = value;
  if (typeof title !== 'string' || typeof world !== 'string' || !/^[a-z0-9-]{1,64}$/.test(world))
    return refuse('its title or world is not a name.');
  if (!isObject(files)) return refuse('its files are not a table of names and texts.');
  const bad = Object.entries(files).find(([n, t]) => !isFileName(n) || typeof t !== 'string');
  if (bad) return refuse(`the file ${JSON.stringify(bad[0])} has no plain name, or no text.`);
  const steps = value.timeline.map(stepOf);
  const wrong = steps.find((s) => typeof s === 'string');
  if (typeof wrong === 'string') return refuse(wrong);
  const done = (steps as Step[]).sort((a, b) => a.at - b.at);
  return { scenario: { title, worldName: world, files: files as Record<string, string>, steps: done } };
};
