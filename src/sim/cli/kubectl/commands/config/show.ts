import { type Command, OUTPUT } from '../../command.ts';
import { failed } from '../../failure.ts';
import { CLUSTER, CONTEXT, contextNamespace, kubeconfig, USER } from '../../kubeconfig.ts';
import { structured } from '../../output/structured.ts';
import { TABLE, tabbed } from '../../output/tab-writer.ts';

/** `kubectl config view` */
export const configView: Command = {
  summary: 'Show the kubeconfig',
  usage: 'config view',
  flags: {
    ...OUTPUT,
    minify: { kind: 'bool', help: 'What the current context uses' },
    raw: { kind: 'bool', help: 'Secrets too; they are not kept here' },
    flatten: { kind: 'bool', help: 'Files as part of the output' },
  },
  *run({ flags, process }) {
    process.out(structured(flags.text('output') || 'yaml', kubeconfig(yield* contextNamespace())));
    return 0;
  },
};

/** `kubectl config current-context` */
export const configCurrentContext: Command = {
  summary: 'Show the name of the current context',
  usage: 'config current-context',
  flags: {},
  *run({ process }) {
    process.out(`${CONTEXT}\n`);
    return 0;
  },
};

/** `kubectl config get-contexts` */
export const configGetContexts: Command = {
  summary: 'Show the contexts of the kubeconfig',
  usage: 'config get-contexts [NAME]',
  flags: { ...OUTPUT, 'no-headers': { kind: 'bool', help: 'Without the header' } },
  *run({ args, flags, process }) {
    const stranger = args.find((name) => name !== CONTEXT);
    if (stranger !== undefined) throw failed(`context ${stranger} not found`);
    if (flags.text('output') === 'name') {
      process.out(`${CONTEXT}\n`);
      return 0;
    }
    const rows = [
      ...(flags.bool('no-headers') ? [] : [['CURRENT', 'NAME', 'CLUSTER', 'AUTHINFO', 'NAMESPACE']]),
      ['*', CONTEXT, CLUSTER, USER, yield* contextNamespace()],
    ];
    process.out(`${tabbed(rows.map((row) => row.join('\t')).join('\n'), TABLE)}\n`);
    return 0;
  },
};

const names = (kind: 'clusters' | 'users', name: string): Command => ({
  summary: `Show the ${kind} of the kubeconfig`,
  usage: `config get-${kind}`,
  flags: {},
  *run({ process }) {
    process.out(`NAME\n${name}\n`);
    return 0;
  },
});

/** `kubectl config get-clusters` */
export const configGetClusters = names('clusters', CLUSTER);

/** `kubectl config get-users` */
export const configGetUsers = names('users', USER);
