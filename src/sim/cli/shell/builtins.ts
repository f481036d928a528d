/** Commands that change the shell itself. */
import type { Input, Output, Shell } from './shell.ts';

/** `exit`, `break` or `continue` on its way out of the commands around it. */
export class Leaving extends Error {
  readonly how: 'exit' | 'break' | 'continue';
  readonly status: number;
  /** Loops that are still to be left. */
  readonly loops: number;

  constructor(how: Leaving['how'], status: number, loops = 1) {
    super(how);
    this.how = how;
    this.status = status;
    this.loops = loops;
  }
}

interface Call {
  readonly shell: Shell;
  readonly args: readonly string[];
  readonly input: Input;
  readonly output: Output;
}

type Builtin = (call: Call) => number;

const exported: Builtin = ({ shell, args }) => {
  for (const arg of args) {
    const cut = arg.indexOf('=');
    if (cut > 0) shell.env[arg.slice(0, cut)] = arg.slice(cut + 1);
  }
  return 0;
};

const unset: Builtin = ({ shell, args }) => {
  for (const arg of args) delete shell.env[arg];
  return 0;
};

/** `read [-r] NAME…`: a line of standard input; the last name has what is left of it. */
const read: Builtin = ({ shell, args, input }) => {
  const names = args.filter((a) => !a.startsWith('-'));
  const end = input.text.indexOf('\n');
  const line = end < 0 ? input.text : input.text.slice(0, end);
  input.text = end < 0 ? '' : input.text.slice(end + 1);
  const into = names.length > 0 ? names : ['REPLY'];
  let rest = line.trim();
  into.forEach((name, i) => {
    const cut = i === into.length - 1 ? -1 : rest.search(/\s/);
    shell.env[name] = cut < 0 ? rest : rest.slice(0, cut);
    rest = cut < 0 ? '' : rest.slice(cut).trimStart();
  });
  return end < 0 ? 1 : 0;
};

const leave =
  (how: Leaving['how']): Builtin =>
  ({ shell, args, output }) => {
    const [typed] = args;
    if (typed !== undefined && !/^\d+$/.test(typed)) {
      output.err += `${shell.name}: ${how}: ${typed}: numeric argument required\n`;
      throw new Leaving('exit', 2);
    }
    const number = typed === undefined ? undefined : Number(typed);
    if (how === 'exit') throw new Leaving(how, (number ?? shell.status) % 256);
    throw new Leaving(how, 0, Math.max(1, number ?? 1));
  };

export const builtins: Readonly<Record<string, Builtin>> = {
  export: exported,
  unset,
  read,
  exit: leave('exit'),
  break: leave('break'),
  continue: leave('continue'),
};
