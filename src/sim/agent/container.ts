import { fromBase64, fromUtf8 } from '../jwt/base64.ts';
import type { AgentInput } from './process-input.ts';

/**
 * The Agent as the program of a container: what its entry point does before `vault agent` starts. The injector's
 * containers decode their configuration from the environment (vault-k8s: agent-inject/agent/container_sidecar.go).
 */

/** A container's process as kubelet starts it. */
export interface ContainerProcess extends Omit<AgentInput, 'args' | 'files'> {
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The entry point failed before the Agent ran. */
export interface EntryPointFailure {
  readonly exitCode: number;
  readonly output: string;
}

const DECODE = /^\s*echo\s+"?\$\{(\w+)\?\}"?\s*\|\s*base64\s+-d\s*>\s*(\S+)\s*&&\s*([\s\S]+)$/;

const expand = (text: string, env: Readonly<Record<string, string>>): string =>
  text.replace(/\$\{?(\w+)\}?/g, (_, name: string) => env[name] ?? '');

const words = (text: string): string[] => text.trim().split(/\s+/);

const decoded = (text: string): string | undefined => {
  const result = fromBase64(text);
  return 'bytes' in result ? fromUtf8(result.bytes) : undefined;
};

/**
 * The input of the `agent` actor for a container.
 * @returns `undefined` when the container does not run `vault agent`
 */
export const agentInContainer = (process: ContainerProcess): AgentInput | EntryPointFailure | undefined => {
  const { command, args, ...rest } = process;
  let argv = [...command, ...args];
  const files: Record<string, string> = {};
  if (/(?:^|\/)(?:sh|ash|bash)$/.test(argv[0] ?? '')) {
    let script = argv.at(-1) ?? '';
    const step = DECODE.exec(script);
    if (step) {
      const [, name = '', file = '', then = ''] = step;
      const value = process.env[name];
      if (value === undefined) return { exitCode: 2, output: `/bin/sh: ${name}: parameter not set or null` };
      const text = decoded(value);
      if (text === undefined) return { exitCode: 1, output: 'base64: invalid input' };
      files[file] = text;
      script = then;
    }
    argv = words(expand(script, process.env));
    if (argv[0] === 'exec') argv.shift();
  }
  if (!/(?:^|\/)vault$/.test(argv[0] ?? '') || argv[1] !== 'agent') return undefined;
  return { ...rest, args: argv.slice(2), files };
};
