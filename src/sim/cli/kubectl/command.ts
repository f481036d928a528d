import type { Process, Run } from '../program.ts';
import type { Client } from './client.ts';
import type { FlagSet, Flags } from './flags.ts';

/** What a command is called with. */
export interface Call {
  readonly process: Process;
  readonly client: Client;
  readonly flags: Flags;
  readonly args: readonly string[];
  /** Arguments before `--`; `null` when there was no `--`. */
  readonly beforeDash: number | null;
  /** The namespace asked for, else that of the kubeconfig. */
  readonly namespace: string;
}

/** A command of kubectl; one file each. */
export interface Command {
  readonly summary: string;
  readonly usage: string;
  readonly flags: FlagSet;
  /** Its value is the exit code. @throws KubectlFailure, ApiFailure */
  readonly run: (call: Call) => Run<number>;
}

/** Flags that every command has. */
export const GLOBAL: FlagSet = {
  namespace: { kind: 'text', short: 'n', help: 'Namespace of the request' },
  as: { kind: 'text', help: 'User to act as' },
  'as-group': { kind: 'list', help: 'Group to act as; may be repeated' },
  'as-uid': { kind: 'text', help: 'UID to act as' },
  token: { kind: 'text', help: 'Bearer token instead of that of the kubeconfig' },
  server: { kind: 'text', short: 's', help: 'Address of the API server' },
  kubeconfig: { kind: 'text', help: 'Path of the kubeconfig; there is one here' },
  context: { kind: 'text', help: 'Context of the kubeconfig' },
  cluster: { kind: 'text', help: 'Cluster of the kubeconfig' },
  user: { kind: 'text', help: 'User of the kubeconfig' },
  'request-timeout': { kind: 'text', otherwise: '0', help: 'Time a request may take' },
  'insecure-skip-tls-verify': { kind: 'bool', help: 'Trust any certificate' },
  'warnings-as-errors': { kind: 'bool', help: 'Exit with 1 after a warning of the server' },
  v: { kind: 'int', short: 'v', otherwise: '0', help: 'Log level' },
};

/** `-f`. */
export const FILENAME: FlagSet = {
  filename: { kind: 'list', short: 'f', help: 'File or folder with objects; - is standard input' },
  recursive: { kind: 'bool', short: 'R', help: 'Folders within folders too' },
  kustomize: { kind: 'text', short: 'k', help: 'Not modelled' },
};
export const OUTPUT: FlagSet = {
  output: { kind: 'text', short: 'o', help: 'json, yaml, name, jsonpath=…, custom-columns=…, wide' },
};
export const SELECTOR: FlagSet = {
  selector: { kind: 'text', short: 'l', help: 'Label selector, such as app=web,tier!=db' },
};
export const DRY_RUN: FlagSet = {
  'dry-run': {
    kind: 'text',
    alone: 'unchanged',
    otherwise: 'none',
    help: 'none, client (send nothing) or server (store nothing)',
  },
};
export const VALIDATE: FlagSet = {
  validate: { kind: 'text', alone: 'strict', otherwise: 'strict', help: 'strict, warn or ignore unknown fields' },
};
export const FIELD_MANAGER = (name: string): FlagSet => ({
  'field-manager': { kind: 'text', otherwise: name, help: 'Owner of the fields written' },
});
