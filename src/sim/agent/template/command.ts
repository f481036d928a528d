/**
 * The commands that templates and `exec` run, as far as a shell of a few words goes: `echo`, `true`, `false`, `:`,
 * `exit`, `sleep`, `kill`, `pkill`, joined by `;`, `&&`, `||`. What it does not know ends with 127, as `sh` does.
 */

/** A signal that a command wants to send. `target`: a process id, or a pattern of `pkill`. */
export interface SentSignal {
  readonly signal: string;
  readonly target: string;
  readonly by: 'pid' | 'pattern';
}

/** Another process that a command can see. */
export interface VisibleProcess {
  readonly pid: number;
  readonly command: string;
  /** May this user signal it? */
  readonly permitted: boolean;
}

export interface Ran {
  readonly output: readonly string[];
  readonly exit: number;
  readonly signals: readonly { readonly signal: string; readonly pid: number }[];
  /** Milliseconds. */
  readonly took: number;
}

const words = (text: string): string[] => {
  const found: string[] = [];
  for (const m of text.matchAll(/(?:[^\s"']+|"([^"]*)"|'([^']*)')+/g)) found.push(m[0].replace(/["']/g, ''));
  return found.map((word) => (word === '2>/dev/null' || word === '>/dev/null' ? '' : word)).filter((w) => w !== '');
};

const signalName = (word: string): string => {
  const name = word.replace(/^-+(s=?)?/, '').toUpperCase();
  const numbers: Readonly<Record<string, string>> = { '1': 'SIGHUP', '2': 'SIGINT', '9': 'SIGKILL', '15': 'SIGTERM' };
  return numbers[name] ?? (name.startsWith('SIG') ? name : `SIG${name}`);
};

const simple = (text: string, processes: readonly VisibleProcess[]): Ran => {
  const [name, ...args] = words(text);
  const done = (exit: number, ...output: string[]): Ran => ({ output, exit, signals: [], took: 0 });
  switch (name) {
    case undefined:
    case ':':
    case 'true':
      return done(0);
    case 'false':
      return done(1);
    case 'exit':
      return done(Number(args[0] ?? 0) & 255);
    case 'echo':
      return done(0, args.join(' '));
    case 'sleep':
      return { ...done(0), took: Number((args[0] ?? '0').replace(/s$/, '')) * 1000 || 0 };
    case 'kill':
    case 'pkill': {
      const signal = args[0]?.startsWith('-') ? signalName(args[0]) : 'SIGTERM';
      const targets = args.filter((arg) => !arg.startsWith('-'));
      const matches = (p: VisibleProcess, target: string): boolean =>
        name === 'kill' ? String(p.pid) === target : p.command.includes(target);
      const found = processes.filter((p) => targets.some((target) => matches(p, target)));
      if (found.length === 0)
        return name === 'pkill' ? done(1) : done(1, `sh: can't kill pid ${targets[0] ?? ''}: No such process`);
      const allowed = found.filter((p) => p.permitted);
      if (allowed.length < found.length)
        return done(1, `sh: can't kill pid ${found[0]?.pid ?? ''}: Operation not permitted`);
      return { ...done(0), signals: allowed.map(({ pid }) => ({ signal, pid })) };
    }
    default:
      return done(127, `sh: ${name}: not found`);
  }
};

/** Run a shell command line. */
export const runCommand = (text: string, processes: readonly VisibleProcess[] = []): Ran => {
  let result: Ran = { output: [], exit: 0, signals: [], took: 0 };
  let joint = ';';
  for (const part of text.split(/(;|&&|\|\|)/)) {
    if (part === ';' || part === '&&' || part === '||') {
      joint = part;
      continue;
    }
    if (part.trim() === '' || (joint === '&&' && result.exit !== 0) || (joint === '||' && result.exit === 0)) continue;
    const ran = simple(part, processes);
    result = {
      output: [...result.output, ...ran.output],
      exit: ran.exit,
      signals: [...result.signals, ...ran.signals],
      took: result.took + ran.took,
    };
    if (/^\s*exit\b/.test(part)) break;
  }
  return result;
};
