/** `kubectl create TYPE NAME`: one object from flags. Source: kubectl: pkg/cmd/create/*.go. */

import { kindNamed } from '../../../kubernetes/kinds/index.ts';
import type { Run } from '../../program.ts';
import type { Call, Command } from '../command.ts';
import { ApiFailure, failed, misused } from '../failure.ts';
import type { FlagSet } from '../flags.ts';
import { pathOf, shortType } from '../mapper.ts';
import { type Json, nameOf, textAt } from '../objects/json.ts';

interface Maker {
  readonly group: string;
  readonly kind: string;
  /** The word after `create`. */
  readonly word: string;
  readonly flags: FlagSet;
  /** Fields beside name and namespace. @throws KubectlFailure */
  readonly fields: (call: Call, name: string) => Json;
}

const nameFrom = (call: Call, word: string): string => {
  const [name, ...more] = call.args;
  if (name === undefined || more.length > 0)
    throw misused(`create ${word}`, `exactly one NAME is required, got ${call.args.length}`);
  return name;
};

function* make(call: Call, maker: Maker): Run<number> {
  const kind = kindNamed(maker.group, maker.kind);
  if (!kind) throw failed(`${maker.kind} is not modelled`);
  const name = nameFrom(call, maker.word);
  const version = maker.group === '' ? 'v1' : `${maker.group}/v1`;
  const metadata = kind.namespaced ? { name, namespace: call.namespace } : { name };
  const object = { apiVersion: version, kind: maker.kind, metadata, ...maker.fields(call, name) };
  try {
    const made = (yield* call.client.request('POST', pathOf(kind, call.namespace), object)) as Json;
    call.process.out(`${shortType(kind)}/${nameOf(made)} created\n`);
    return 0;
  } catch (error) {
    if (error instanceof ApiFailure) throw failed(`failed to create ${maker.word}: ${error.message}`);
    throw error;
  }
}

const SUBJECTS: FlagSet = {
  user: { kind: 'list', help: 'Users to bind' },
  group: { kind: 'list', help: 'Groups to bind' },
  serviceaccount: { kind: 'list', help: 'Service accounts to bind, as namespace:name' },
};

const subjectsOf = ({ flags }: Call): Json[] => [
  ...flags.list('user').map((name) => ({ kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name })),
  ...flags.list('group').map((name) => ({ kind: 'Group', apiGroup: 'rbac.authorization.k8s.io', name })),
  ...flags.list('serviceaccount').map((account) => {
    const [namespace, name, ...more] = account.split(':');
    if (!namespace || !name || more.length > 0) throw failed('serviceaccount must be <namespace>:<name>');
    return { kind: 'ServiceAccount', name, namespace };
  }),
];

const MAKERS: readonly Maker[] = [
  { group: '', kind: 'ServiceAccount', word: 'serviceaccount', flags: {}, fields: () => ({}) },
  { group: '', kind: 'Namespace', word: 'namespace', flags: {}, fields: () => ({}) },
  {
    group: 'rbac.authorization.k8s.io',
    kind: 'ClusterRoleBinding',
    word: 'clusterrolebinding',
    flags: { clusterrole: { kind: 'text', help: 'The ClusterRole to bind' }, ...SUBJECTS },
    fields: (call) => {
      const role = call.flags.text('clusterrole');
      if (role === '') throw failed('required flag(s) "clusterrole" not set');
      return {
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
        subjects: subjectsOf(call),
      };
    },
  },
];

const SHORT: Readonly<Record<string, string>> = { serviceaccount: 'sa', namespace: 'ns' };

/** `create serviceaccount`, `create namespace`, `create clusterrolebinding`, under their long and short names. */
export const createObjects: Readonly<Record<string, Command>> = Object.fromEntries(
  MAKERS.flatMap((maker) => {
    const command: Command = {
      summary: `Create a ${maker.kind}`,
      usage: `create ${maker.word} NAME`,
      flags: maker.flags,
      run: (call) => make(call, maker),
    };
    const short = SHORT[maker.word];
    const long = [`create ${maker.word}`, command] as const;
    return short === undefined ? [long] : [long, [`create ${short}`, command] as const];
  }),
);

/** What a token is bound to. Source: kubectl: pkg/cmd/create/create_token.go, boundObjectKinds. */
const boundObject = ({ flags }: Call): Json => {
  const [kind, name, uid] = [
    flags.text('bound-object-kind'),
    flags.text('bound-object-name'),
    flags.text('bound-object-uid'),
  ];
  if (kind === '') {
    if (name !== '') throw failed('--bound-object-name can only be set if --bound-object-kind is provided');
    if (uid !== '') throw failed('--bound-object-uid can only be set if --bound-object-kind is provided');
    return {};
  }
  if (!['Pod', 'Secret', 'Node'].includes(kind))
    throw failed(`supported --bound-object-kind values are Node, Pod, Secret`);
  if (name === '') throw failed('--bound-object-name is required if --bound-object-kind is provided');
  return { boundObjectRef: { kind, apiVersion: 'v1', name, ...(uid !== '' && { uid }) } };
};

/** `kubectl create token`: asks for a token of a ServiceAccount and prints it. Source: kubectl: pkg/cmd/create/create_token.go. */
export const createToken: Command = {
  summary: 'Request a token of a ServiceAccount',
  usage: 'create token SERVICE_ACCOUNT_NAME',
  flags: {
    audience: { kind: 'list', help: 'Audience of the token; may be repeated' },
    duration: { kind: 'duration', help: 'Wished lifetime' },
    'bound-object-kind': { kind: 'text', help: 'Kind of the object that the token lives with: Pod, Secret or Node' },
    'bound-object-name': { kind: 'text', help: 'Name of that object' },
    'bound-object-uid': { kind: 'text', help: 'UID of that object; the present one unless given' },
  },
  *run(call) {
    const name = nameFrom(call, 'token');
    const kind = kindNamed('', 'ServiceAccount');
    if (!kind) throw failed('ServiceAccount is not modelled');
    const audiences = call.flags.list('audience');
    const spec = {
      ...(audiences.length > 0 && { audiences }),
      ...(call.flags.has('duration') && { expirationSeconds: Math.floor(call.flags.duration('duration') / 1000) }),
      ...boundObject(call),
    };
    try {
      const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec };
      const made = yield* call.client.request('POST', pathOf(kind, call.namespace, name, 'token'), body);
      call.process.out(textAt(made, 'status', 'token'));
      call.process.out('\n');
      return 0;
    } catch (error) {
      if (error instanceof ApiFailure) throw failed(`failed to create token: ${error.message}`);
      throw error;
    }
  },
};
