/** Plays recorded lives of an Agent: `agent-life`. */
import type { AgentInput } from '../../../../src/sim/agent/index.ts';
import type { Run } from '../../../../src/sim/index.ts';
import { ask } from '../../client.ts';
import { type Bindings, compare } from '../../match.ts';
import type { Case, Outcome, Recording } from '../../recording.ts';
import { type CaseWorld, conformanceWorld, ORIGINS } from '../../world.ts';
import { drawsOfLife } from './draws.ts';
import { judge, rebind } from './judge.ts';
import { type Observed, Observer } from './observed.ts';
import { isDeed, type LifeExchange, type LifeStep, lifeOf } from './steps.ts';

const AGENT = 'agent';
const DIR = '/agent/';
/** Virtual milliseconds for which a deed waits for what the recording has before it. */
const PATIENCE = 500;

const fillDir = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('<dir>/', DIR)) as T;

/** Send a recorded request and compare its answer. */
const exchange = (run: Run, step: LifeExchange, bindings: Bindings): string | null => {
  const token = step.token === null ? null : bindings.fill(step.token);
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (token !== null)
    headers[step.to === 'vault' ? 'x-vault-token' : 'authorization'] = step.to === 'vault' ? token : `Bearer ${token}`;
  const answer = ask(run, {
    to: ORIGINS[step.to],
    method: step.method,
    path: bindings.fill(step.path),
    headers,
    ...(step.body !== undefined && step.body !== null && { body: bindings.fill(step.body) }),
  });
  const name = `${step.method} ${step.path}`;
  if ('failed' in answer) return `${name}: no answer: ${answer.failed}`;
  const d = compare(step.response ?? null, answer.body === '' ? null : answer.body, bindings);
  if (answer.status !== step.status)
    return `${name}: expected ${step.status}, got ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`;
  return d && `${name}: ${d.at}: expected ${JSON.stringify(d.expected)}, got ${JSON.stringify(d.got)?.slice(0, 200)}`;
};

/** Unseal Vault, which the recording only says was done, with the key that a dev server prints at its start. */
const unseal = (run: Run): string | null => {
  const printed = run.known.find((e) => e.kind === 'log' && e.text.startsWith('Unseal Key: '));
  const key = printed?.kind === 'log' ? printed.text.replace('Unseal Key: ', '') : '';
  const answer = ask(run, {
    to: ORIGINS.vault,
    method: 'PUT',
    path: '/v1/sys/unseal',
    headers: { 'content-type': 'application/json' },
    body: { key },
  });
  const sealed = 'body' in answer ? (answer.body as { sealed?: boolean } | null)?.sealed : true;
  return sealed === false ? null : `Vault could not be unsealed: ${JSON.stringify(answer)}`;
};

/** Do what an operator, the network or a supervisor did. */
const perform = (run: Run, step: LifeStep, bindings: Bindings): string | null => {
  if ('network' in step) {
    const [to = 'vault', way] = step.network.split(' ');
    const from = to === 'vault' ? AGENT : 'vault';
    if (way === 'unreachable') run.apply({ type: 'fault', fault: { id: `cut ${to}`, from, to, effect: 'refuse' } });
    else run.apply({ type: 'heal', id: `cut ${to}` });
    return null;
  }
  if ('signal' in step) {
    if (run.actor(AGENT))
      run.apply({ type: 'send', to: AGENT, event: { type: 'signal', signal: step.signal } as { type: string } });
    return null;
  }
  if ('unsealed' in step) return unseal(run);
  if ('file' in step) {
    if (step.text === null) run.apply({ type: 'remove', path: `${DIR}${step.file}` });
    else run.apply({ type: 'write', path: `${DIR}${step.file}`, text: bindings.fill(step.text) });
    return null;
  }
  return 'to' in step ? exchange(run, step, bindings) : null;
};

/** How much must have been seen of the Agent before a step: log messages, and requests that are not repeated in bursts. */
const before = (life: readonly LifeStep[], index: number, bursts: ReadonlySet<string>) => {
  const past = life.slice(0, index);
  const lines = past.filter((s) => 'log' in s).length;
  const calls = past.filter((s) => 'to' in s && s.by === 'agent' && !bursts.has(s.path)).length;
  return { lines, calls };
};

/** Bind what the Agent's calls before a step have shown, so that the step can speak of it. */
const bind = (life: readonly LifeStep[], index: number, seen: Observed, bindings: Bindings): void => {
  const taken = new Map<string, number>();
  for (const step of life.slice(0, index)) {
    if (!('to' in step) || step.by !== 'agent') continue;
    const name = `${step.method} ${step.path}`;
    const n = taken.get(name) ?? 0;
    taken.set(name, n + 1);
    const call = seen.calls.filter((c) => `${c.method} ${c.path}` === name)[n];
    if (!call) continue;
    rebind(step.response, call.response, bindings);
    compare(step.response ?? null, call.response, bindings);
  }
};

/** Times (s) of the calls and of the lines seen so far. */
const counted = (seen: Observed, bursts: ReadonlySet<string>): { calls: number[]; lines: number[] } => ({
  calls: seen.calls.filter((c) => !bursts.has(c.path)).map((c) => c.at),
  lines: seen.messages.flatMap((m) => m.lines.map(() => m.at)),
});

/** Play one life that began so many milliseconds after a full second. */
const playOnce = (
  recording: Recording,
  index: number,
  phase: number,
  begin: (recording: Recording, story: Case) => CaseWorld,
): Outcome => {
  const story = recording.cases[index];
  if (!story) throw new Error(`${recording.family} has no case ${index}`);
  const { run, bindings } = begin(recording, story);
  const { setup, start, life } = lifeOf(story.steps);
  let identical = 0;
  let total = 0;
  let difference: string | undefined;
  const settle = (found: string | null): void => {
    total++;
    if (found === null) identical++;
    else difference ??= found;
  };
  for (const step of setup) settle(exchange(run, step, bindings));

  const config = fillDir(start.config);
  run.apply({ type: 'write', path: `${DIR}config.json`, text: JSON.stringify(config) });
  const jwt = bindings.get('jwt 1');
  const later = life.some((s) => 'file' in s && s.file === 'jwt' && s.by === 'operator');
  if (jwt !== undefined && !later) run.apply({ type: 'write', path: `${DIR}jwt`, text: jwt });
  run.advanceTo(Math.ceil(run.now / 1000) * 1000 + phase);
  const zero = run.now;
  const observer = new Observer(run, AGENT, DIR);
  const input: AgentInput = {
    args: [`-config=${DIR}config.json`, `-log-level=${start.logLevel}`],
    draws: drawsOfLife(story.steps),
  };
  // A way that is cut in the Agent's first moment was cut before its first request.
  for (const step of life) if ('network' in step && step.at === 0) perform(run, step, bindings);
  run.apply({ type: 'spawn', id: AGENT, kind: 'agent', place: AGENT, input });

  let exit: { code: number; at: number } | null = null;
  const noteExit = (): void => {
    const actor = run.actor(AGENT);
    if (exit !== null || actor !== undefined) return;
    const last = run.known.findLast((e) => e.kind === 'state' && e.actor === AGENT);
    if (last?.kind === 'state') exit = { code: last.to === 'failed' ? 1 : 0, at: (last.at - zero) / 1000 };
  };

  const bursts = new Set(life.flatMap((s) => ('burst' in s ? s.burst.map((b) => b.path) : [])));
  const deeds = new Map<number, string | null>();
  life.forEach((step, i) => {
    if (!isDeed(step) || ('network' in step && step.at === 0)) return;
    const due = zero + (('at' in step ? step.at : undefined) ?? 0) * 1000;
    if (due > run.now) run.advanceTo(due);
    const needed = before(life, i, bursts);
    run.advanceUntil(() => {
      const { calls, lines } = counted(observer.update(), bursts);
      return calls.length >= needed.calls && lines.length >= needed.lines;
    }, PATIENCE);
    // What the recording has only after this step, but the model did a little earlier: go back before it.
    const { calls, lines } = counted(observer.update(), bursts);
    const early = Math.min(calls[needed.calls] ?? Infinity, lines[needed.lines] ?? Infinity) * 1000 + zero;
    if (early < run.now && early >= due - PATIENCE && early > (calls[needed.calls - 1] ?? 0) * 1000 + zero) {
      run.seek(early - 1);
      observer.again();
    }
    bind(life, i, observer.update(), bindings);
    deeds.set(i, perform(run, step, bindings));
    noteExit();
  });
  const end = Math.max(...life.map((s) => ('at' in s ? (s.at ?? 0) : 0)));
  const last = zero + end * 1000 + PATIENCE;
  if (last > run.now) run.advanceTo(last);
  noteExit();

  const verdict = judge(life, observer.update(), deeds, exit, bindings);
  difference ??= verdict.difference;
  return {
    id: `${recording.family}/${story.id}`,
    identical: identical + verdict.identical,
    total: total + verdict.total,
    ...(difference !== undefined && { difference }),
  };
};

/**
 * Vault counts whole seconds, so what it grants near a maximum depends on the fraction of a second at which a life began.
 * That is not recorded; it is found by trying.
 */
const PHASES = [0, 500, 200, 800, 100, 300, 400, 600, 700, 900, 950, 50, 150, 250, 350, 450, 550, 650, 750, 850];

/** Play one life in a world of its own. */
export const playLife = (
  recording: Recording,
  index: number,
  begin: (recording: Recording, story: Case) => CaseWorld = conformanceWorld,
): Outcome => {
  let best: Outcome | undefined;
  for (const phase of PHASES) {
    const outcome = playOnce(recording, index, phase, begin);
    if (outcome.difference === undefined) return outcome;
    if (!best || outcome.identical / outcome.total > best.identical / best.total) best = outcome;
  }
  return best as Outcome;
};
