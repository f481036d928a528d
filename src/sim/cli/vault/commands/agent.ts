/** `vault agent`: runs on until its end or Ctrl-C. The program itself is the modelled Agent. (vault: command/agent.go) */
import { ELSEWHERE, HOME } from '../../home.ts';
import { outputOf, type Process, type Run, sleep, startProgram } from '../../program.ts';

/** Milliseconds between two looks at what it printed, at first and at most. */
const LOOK = 250;
const RAREST_LOOK = 60_000;

/** The operator's own files: relative paths lead to the home directory. */
const MOUNTS = [
  { at: '.', to: HOME },
  { at: '/', to: ELSEWHERE },
];

/** @param args what follows `vault agent` */
export function* agent(process: Process, args: readonly string[]): Run<number> {
  const input = { args, env: process.env, mounts: MOUNTS, processes: [] };
  const actor = yield* startProgram('agent', input);
  let shown = 0;
  let wait = LOOK;
  for (;;) {
    const { lines, ended } = yield* outputOf(actor);
    for (const line of lines.slice(shown)) process.out(`${line}\n`);
    wait = lines.length > shown ? LOOK : Math.min(2 * wait, RAREST_LOOK);
    shown = lines.length;
    if (ended !== null) return ended;
    yield* sleep(wait);
  }
}
