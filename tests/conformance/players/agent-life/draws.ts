/**
 * The random numbers that a real Agent drew in a recorded life, as far as its waits and lines tell them. They are an
 * input of the model's Agent, which computes each wait from such a number by the documented formula: a number is always
 * in [0, 1), so a wait out of the formula's bounds cannot be imitated and shows as a difference.
 */
import type { Draws } from '../../../../src/sim/agent/index.ts';
import { dependencyDraws } from './dependency-draws.ts';
import { ALMOST_ONE, goMilliseconds, unit } from './intervals.ts';
import { loginDraws } from './login-draws.ts';
import { isLine, type LifeStep, lifeOf } from './steps.ts';
import { tokenDraws } from './token-draws.ts';

const restartDraws = (life: readonly LifeStep[]): number[] => {
  let last: number | null = null;
  return life.filter(isLine).flatMap((l) => {
    const m = /template server restart: retry attempt after (\S+)$/.exec(l.log);
    if (!m) return [];
    // Printed to the nanosecond, to which the wait is cut.
    const wait = goMilliseconds(m[1] ?? '');
    const base = last === null ? 1_000 : Math.min(2 * last, 300_000);
    last = wait;
    return [unit((1 - (wait + 0.5e-6) / base) / 0.25)];
  });
};

const sinkDraws = (life: readonly LifeStep[]): number[] =>
  life.filter(isLine).flatMap((l) => {
    const m = /sink\.server: error returned by sink function, retrying:.* backoff=(\S+)$/.exec(l.log);
    return m ? [unit((goMilliseconds(m[1] ?? '') + 0.5e-6 - 1_000) / 2_000)] : [];
  });

/** Is the end of the last runner printed before the process is gone? */
const finishDraw = (life: readonly LifeStep[]): number => {
  const lines = life.filter(isLine).map((l) => l.log);
  const starts = lines.filter((l) => l.endsWith('(runner) starting')).length;
  const finishes = lines.filter((l) => l.endsWith('(runner) received finish')).length;
  const restarts = lines.filter((l) => l.includes('template server restart')).length;
  // Each runner but the last is seen to end when the next one takes its place, unless it ended by an error.
  return finishes >= starts - restarts && starts > 0 ? 0 : ALMOST_ONE;
};

/** All draws of a recorded life. */
export const drawsOfLife = (steps: readonly object[]): Draws => {
  const { start, life } = lifeOf(steps);
  const method = start.config.auto_auth?.method;
  const min = goMilliseconds(method?.min_backoff ?? '1s');
  const max = goMilliseconds(method?.max_backoff ?? '5m');
  const interval = goMilliseconds(start.config.template_config?.static_secret_render_interval ?? '5m') / 1000;
  const threshold = start.config.template_config?.lease_renewal_threshold ?? 0.9;
  const end = Math.max(...life.map((s) => ('at' in s ? (s.at ?? 0) : 0)));
  return {
    login: loginDraws(life, min, max),
    restart: restartDraws(life),
    sink: sinkDraws(life),
    finish: [finishDraw(life)],
    ...tokenDraws(life, end),
    ...dependencyDraws(life, end, interval, threshold),
  };
};
