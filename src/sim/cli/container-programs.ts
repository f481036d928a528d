/** The commands that are found in a container: a shell, the text tools, clients for HTTP and for Vault. */
import type { Launch } from '../kubernetes/kubelet/programs.ts';
import type { Program } from './program.ts';
import { parseScript } from './shell/parse.ts';
import { runScript } from './shell/run.ts';
import type { Programs } from './shell/shell.ts';
import { ShellError } from './shell/syntax.ts';
import { tools } from './tools/index.ts';
import { vault } from './vault/program.ts';

/** Runs a script of `sh -c`, or what stands on standard input. */
const shellFor = (programs: () => Programs): Program =>
  function* (process) {
    const [name = 'sh', flag, script] = process.argv;
    const dash = flag !== undefined && /^-[a-z]*c$/.test(flag);
    if (flag !== undefined && !dash) {
      process.err(`${name}: scripts in files are not modelled here; use ${name} -c '…'\n`);
      return 2;
    }
    if (!dash && process.stdin === '') {
      process.err(`${name}: a shell to type into is not modelled here; give it its commands: -- ${name} -c '…'\n`);
      return 2;
    }
    const shell = { name, programs: programs(), notModelled: {}, env: { ...process.env }, status: 0 };
    const output = { out: '', err: '' };
    try {
      const status = yield* runScript(shell, parseScript(dash ? (script ?? '') : process.stdin), output);
      return status;
    } catch (error) {
      if (!(error instanceof ShellError)) throw error;
      output.err += `${name}: syntax error: ${error.message}\n`;
      return 2;
    } finally {
      process.out(output.out);
      process.err(output.err);
    }
  };

const says = (text: (process: Parameters<Program>[0]) => string): Program =>
  function* (process) {
    process.out(text(process));
    return 0;
  };

const environment = (env: Readonly<Record<string, string>>): string =>
  Object.entries(env)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

const printenv: Program = function* (process) {
  const [, name] = process.argv;
  if (name === undefined) {
    process.out(environment(process.env));
    return 0;
  }
  const value = process.env[name];
  if (value === undefined) return 1;
  process.out(`${value}\n`);
  return 0;
};

/** Programs by name for one container. */
export const containerPrograms = (launch: Launch): Programs => {
  const { uid = 0, gid = 0, processes, workingDir, pod } = launch;
  const shell = shellFor(() => programs);
  const programs: Programs = {
    ...tools,
    vault,
    sh: shell,
    bash: shell,
    ash: shell,
    env: says(({ env }) => environment(env)),
    printenv,
    pwd: says(() => `${workingDir}\n`),
    hostname: says(({ env }) => `${env.HOSTNAME ?? pod}\n`),
    id: says(() => `uid=${uid} gid=${gid} groups=${gid}\n`),
    whoami: says(() => (uid === 0 ? 'root\n' : `${uid}\n`)),
    ps: says(
      () => `PID   COMMAND\n${processes.map(({ pid, command }) => `${String(pid).padStart(5)} ${command}\n`).join('')}`,
    ),
  };
  return programs;
};
