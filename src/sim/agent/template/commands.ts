import { goQuote } from '../../hcl/index.ts';
import type { Effect } from '../../kernel/effects.ts';
import { formatGoDuration } from '../../vault/framework/duration.ts';
import { multiError } from '../../vault/framework/errors.ts';
import type { TemplateStanza } from '../config/config.ts';
import { Logger, plain } from '../log/hclog.ts';
import { runCommand } from './command.ts';
import type { RunnerContext } from './runner-context.ts';

/** The commands of changed templates. Source: consul-template: manager/runner.go, child/child.go. */

/** `"(dynamic)" => "/vault/secrets/config"` */
export const display = (template: TemplateStanza): string =>
  `${goQuote(template.contents === null ? (template.source ?? '') : '(dynamic)')} => ${goQuote(template.destination)}`;

/** A list of strings as `%q` prints it: `["a" "b"]`. */
const quotedList = (list: readonly string[]): string => `[${list.map(goQuote).join(' ')}]`;

/** What is really run: one string goes through a shell. */
const argv = (command: readonly string[]): string =>
  command.length === 1 ? `sh -c ${command[0] ?? ''}` : command.join(' ');

export const commandFailure = (errors: readonly string[]): string => multiError(errors);

/** Run the first command that is due. The runner stands still for as long as it takes. */
export const executing = (c: RunnerContext): { set: Partial<RunnerContext>; out: Effect[] } => {
  const [pending, ...commands] = c.commands;
  const template = pending && c.settings.templates[pending.template];
  if (!template) return { set: { commands, wait: 0 }, out: [] };
  const log = new Logger(c.level, 'agent');
  const shown = goQuote(quotedList(template.command));
  const out: Effect[] = [
    ...log.info(`(runner) executing command ${shown} from ${display(template)}`),
    ...log.info(`(child) spawning: ${argv(template.command)}`),
  ];
  const ran = runCommand(template.command.join(' '), c.surroundings.processes);
  out.push(...ran.output.map(plain));
  for (const { signal, pid } of ran.signals)
    if (c.surroundings.supervisor !== null)
      out.push({
        type: 'send',
        params: { to: c.surroundings.supervisor, event: { type: 'process.signal', signal, pid } as { type: string } },
      });
  const limit = template.commandTimeout * 1000;
  const why =
    ran.took > limit
      ? `command did not exit within time limit (${goQuote(formatGoDuration(template.commandTimeout))}):\n    ${argv(template.command)}`
      : ran.exit !== 0
        ? `command exited with a non-zero exit status:\n\n    ${argv(template.command)}\n\nPlease ensure the command exits with a zero (0) exit status to indicate success`
        : null;
  const errors =
    why === null
      ? c.commandErrors
      : [...c.commandErrors, `failed to execute command ${shown} from ${display(template)}: child: ${why}`];
  return { set: { commands, commandErrors: errors, wait: Math.min(ran.took, limit) }, out };
};
