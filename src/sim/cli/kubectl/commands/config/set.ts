/** Source: kubectl: pkg/cmd/config/{set_context,use_context}.go. */
import type { Command } from '../../command.ts';
import { failed, misused } from '../../failure.ts';
import { CONTEXT, setContextNamespace } from '../../kubeconfig.ts';

/** `kubectl config set-context --current --namespace=…` */
export const configSetContext: Command = {
  summary: 'Set the namespace of the context',
  usage: 'config set-context (NAME | --current) --namespace=NAMESPACE',
  flags: { current: { kind: 'bool', help: 'The current context' } },
  *run({ args, flags, process }) {
    const [name] = args;
    if ((name === undefined) === !flags.bool('current'))
      throw misused('config set-context', 'you must specify a non-empty context name or --current');
    if (name !== undefined && name !== CONTEXT) throw failed('other contexts are real, but there is one cluster here');
    if (flags.has('namespace')) yield* setContextNamespace(flags.text('namespace'));
    process.out(`Context ${JSON.stringify(CONTEXT)} modified.\n`);
    return 0;
  },
};

/** `kubectl config use-context` */
export const configUseContext: Command = {
  summary: 'Choose a context',
  usage: 'config use-context NAME',
  flags: {},
  *run({ args, process }) {
    const [name, ...more] = args;
    if (name === undefined || more.length > 0) throw failed(`Unexpected args: [${args.join(' ')}]`);
    if (name !== CONTEXT) throw failed(`no context exists with the name: ${JSON.stringify(name)}`);
    process.out(`Switched to context ${JSON.stringify(name)}.\n`);
    return 0;
  },
};
