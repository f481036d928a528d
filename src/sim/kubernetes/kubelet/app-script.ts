/** The few shell commands that example workloads use, read into steps. Nothing else is run: it is shown, not executed. */

/** One command. */
export type Step =
  | { readonly do: 'echo'; readonly text: string }
  | { readonly do: 'cat'; readonly path: string; readonly required: boolean }
  | { readonly do: 'test'; readonly path: string; readonly required: boolean }
  | { readonly do: 'sleep'; readonly milliseconds: number }
  | { readonly do: 'exit'; readonly code: number }
  | { readonly do: 'unknown'; readonly text: string };

/** Commands in order. */
export interface Script {
  readonly steps: readonly Step[];
  /** Begin again at the end (`while true; do …; done`). */
  readonly loop: boolean;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

const expand = (text: string, env: Readonly<Record<string, string>>): string =>
  text.replace(/\$\{?(\w+)\}?/g, (_, name: string) => env[name] ?? '');

const unquoted = (text: string): string => text.trim().replace(/^(['"])([\s\S]*)\1$/, '$2');

const step = (command: string, required: boolean, env: Readonly<Record<string, string>>): Step => {
  const text = expand(command.trim(), env);
  const [name = '', ...rest] = text.split(/\s+/);
  const argument = unquoted(rest.join(' '));
  switch (name) {
    case 'echo':
      return { do: 'echo', text: argument.replace(/^-[ne]+\s+/, '') };
    case 'cat':
      return { do: 'cat', path: argument, required };
    case '.':
    case 'source':
      return { do: 'test', path: argument, required: true };
    case 'test':
    case '[': {
      const path = /-[fesr]\s+(\S+)/.exec(text)?.[1];
      return path === undefined ? { do: 'unknown', text } : { do: 'test', path: unquoted(path), required };
    }
    case 'sleep': {
      const m = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(argument);
      return {
        do: 'sleep',
        milliseconds: m ? Number(m[1]) * (UNITS[m[2] ?? ''] ?? 1) * 1000 : Number.MAX_SAFE_INTEGER,
      };
    }
    case 'exit':
      return { do: 'exit', code: Number(argument) || 0 };
    case 'true':
      return { do: 'echo', text: '' };
    case 'false':
      return { do: 'exit', code: 1 };
    case 'exec':
      return step(rest.join(' '), required, env);
    default:
      return { do: 'unknown', text };
  }
};

/** The script a shell is given; `null` when the command is no shell's. */
export const readScript = (command: readonly string[], env: Readonly<Record<string, string>>): Script | null => {
  const [program = '', ...rest] = command;
  if (!/(^|\/)(ba|a)?sh$/.test(program)) return command.length > 0 ? plainCommand(command, env) : null;
  const flag = rest.findIndex((a) => /^-\w*c$/.test(a));
  const text = flag < 0 ? '' : (rest[flag + 1] ?? '');
  const strict = rest.slice(0, flag + 1).some((a) => a.includes('e')) || /(^|\n|;)\s*set -e/.test(text);
  const loop = /\bwhile\s+(true|:)\s*;?\s*do\b/.test(text);
  const body = text
    .replace(/\bset -\w+\b/g, '')
    .replace(/\bwhile\s+(true|:)\s*;?\s*do\b/g, '')
    .replace(/\bdone\b/g, '');
  const steps = [...body.matchAll(/([^;\n&|]+)(\|\||&&|;|\n|$)/g)]
    .filter((m) => (m[1] ?? '').trim() !== '')
    .map((m) => step(m[1] ?? '', m[2] !== '||' && (strict || m[2] === '&&'), env));
  const last = steps.at(-1);
  // Without `set -e` the last command's failure is the shell's own.
  const final = last && 'required' in last && !loop ? [...steps.slice(0, -1), { ...last, required: true }] : steps;
  return { steps: final, loop };
};

/** A command without a shell: `cat /vault/secrets/config`, `sleep 3600`; what is not known here is a server. */
const plainCommand = (command: readonly string[], env: Readonly<Record<string, string>>): Script | null => {
  const only = step(command.join(' ').replace(/^\/?(usr\/)?bin\//, ''), true, env);
  return only.do === 'unknown' ? null : { steps: [only], loop: false };
};
