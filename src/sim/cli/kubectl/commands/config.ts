import { SERVER } from '../client.ts';
import { type Command, OUTPUT } from '../command.ts';
import { structured } from '../output/structured.ts';

/** The kubeconfig of the operator, as `view` shows it: secrets left out. */
const KUBECONFIG = {
  apiVersion: 'v1',
  clusters: [{ cluster: { 'certificate-authority-data': 'DATA+OMITTED', server: SERVER }, name: 'kubernetes' }],
  contexts: [{ context: { cluster: 'kubernetes', user: 'admin' }, name: 'admin@kubernetes' }],
  'current-context': 'admin@kubernetes',
  kind: 'Config',
  users: [{ name: 'admin', user: { token: 'REDACTED' } }],
};

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
    process.out(structured(flags.text('output') || 'yaml', KUBECONFIG));
    return 0;
  },
};

/** `kubectl config current-context` */
export const configCurrentContext: Command = {
  summary: 'Show the name of the current context',
  usage: 'config current-context',
  flags: {},
  *run({ process }) {
    process.out(`${KUBECONFIG['current-context']}\n`);
    return 0;
  },
};
