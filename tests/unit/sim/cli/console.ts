import { type ShellContext, worldPath } from '../../../../src/sim/cli/index.ts';
import type { Run } from '../../../../src/sim/kernel/index.ts';
import { machines } from '../../../../src/sim/machines.ts';
import { startWorld } from '../../../../src/sim/scenario/start.ts';

interface Printed {
  readonly out: string;
  readonly err: string;
  /** `null`: it runs on. */
  readonly exit: number | null;
}

/** The operator's console in a whole world: cluster, Vault in it, injector. */
export class Console {
  readonly run: Run;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.run = startWorld(machines, {
      title: 'test',
      about: '',
      seed: 7,
      vault: { version: '1.19', place: 'inside' },
      files,
      setup: [],
    });
  }

  get #context(): ShellContext {
    return this.run.actor('operator')?.snapshot.context as ShellContext;
  }

  get last(): Printed {
    const typed = this.#context.typed.at(-1);
    return { out: typed?.stdout ?? '', err: typed?.stderr ?? '', exit: typed?.exit ?? null };
  }

  /** Types a script and waits for its end, at most so many virtual seconds. */
  type(script: string, seconds = 600): Printed {
    this.run.apply({ type: 'send', to: 'operator', event: { type: 'type', script } as { type: string } });
    this.run.advanceUntil(() => this.last.exit !== null, seconds * 1000);
    return this.last;
  }

  interrupt(): Printed {
    this.run.apply({ type: 'send', to: 'operator', event: { type: 'interrupt' } });
    return this.last;
  }

  wait(seconds: number): void {
    this.run.advanceTo(this.run.now + seconds * 1000);
  }

  /** A file of the operator's. */
  file(path: string): string | undefined {
    return this.run.file(worldPath(path))?.text;
  }
}
