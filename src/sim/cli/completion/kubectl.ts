/** Words of `kubectl`: commands, flags and their values, kinds, and names of objects. */
import { KINDS } from '../../kubernetes/kinds/index.ts';
import type { Kind } from '../../kubernetes/kinds/kind.ts';
import { GLOBAL } from '../kubectl/command.ts';
import { commands } from '../kubectl/commands/index.ts';
import type { Flag, FlagSet } from '../kubectl/flags.ts';
import { KUBECONFIG, namespaceIn } from '../kubectl/kubeconfig.ts';
import { kindCalled, pathOf } from '../kubectl/mapper.ts';
import { listAt, nameOf, textAt } from '../kubectl/objects/json.ts';
import type { View } from './view.ts';

/** Commands whose first argument is a kind, or a kind and a name. */
const BY_KIND =
  /^(get|describe|delete|label|annotate|patch|scale|wait|set (env|image)|rollout (status|restart|undo|history))$/;
const BY_POD = /^(logs|exec)$/;

const namespaces = (view: View): readonly string[] => view.kubernetes('/api/v1/namespaces').map(nameOf);

const objects = (view: View, kind: Kind, namespace: string): readonly string[] =>
  view.kubernetes(pathOf(kind, kind.namespaced ? namespace : '')).map(nameOf);

/** Served kinds: those of custom resources while their definition is there. */
const kinds = (view: View): readonly string[] =>
  KINDS.filter(
    (kind) =>
      !kind.custom ||
      view
        .kubernetes('/apis/apiextensions.k8s.io/v1/customresourcedefinitions')
        .some((d) => textAt(d, 'spec', 'names', 'plural') === kind.plural),
  ).map((kind) => kind.plural);

interface Line {
  readonly name: string;
  readonly flags: FlagSet;
  /** Finished arguments behind the command's words. */
  readonly args: readonly string[];
  readonly namespace: string;
  /** The flag whose value is being typed. */
  readonly open: string | undefined;
  readonly pod: string | undefined;
}

const longName = (flags: FlagSet, typed: string): string | undefined => {
  const bare = typed.replace(/^--?/, '').split('=')[0] ?? '';
  if (typed.startsWith('--')) return Object.hasOwn(flags, bare) ? bare : undefined;
  return Object.entries(flags).find(([, flag]) => flag.short === bare)?.[0];
};

const takesValue = (flag: Flag | undefined): boolean =>
  flag !== undefined && flag.kind !== 'bool' && flag.alone === undefined;

/** Reads the finished words. */
const read = (words: readonly string[], own: string): Line => {
  let name = '';
  let namespace = own;
  let open: string | undefined;
  const args: string[] = [];
  const flagsOf = (): FlagSet => ({ ...GLOBAL, ...commands[name]?.flags });
  for (const word of words) {
    if (open !== undefined) {
      if (open === 'namespace') namespace = word;
      open = undefined;
    } else if (word.startsWith('-')) {
      const flag = longName(flagsOf(), word);
      const value = word.includes('=') ? word.slice(word.indexOf('=') + 1) : undefined;
      if (flag === 'namespace' && value !== undefined) namespace = value;
      if (flag !== undefined && value === undefined && takesValue(flagsOf()[flag])) open = flag;
    } else {
      const longer = name === '' ? word : `${name} ${word}`;
      const known =
        args.length === 0 && Object.keys(commands).some((one) => one === longer || one.startsWith(`${longer} `));
      if (known) name = longer;
      else args.push(word);
    }
  }
  return { name, flags: flagsOf(), args, namespace, open, pod: args[0] };
};

const FORMATS = ['json', 'yaml', 'wide', 'name', 'jsonpath=', 'custom-columns='];

const flagValues = (view: View, flag: string, line: Line): readonly string[] => {
  switch (flag) {
    case 'namespace':
      return namespaces(view);
    case 'filename':
      return view.files;
    case 'output':
      return FORMATS;
    case 'dry-run':
      return ['none', 'client', 'server'];
    case 'for':
      return ['condition=', 'jsonpath=', 'delete', 'create'];
    case 'type':
      return ['strategic', 'merge', 'json'];
    case 'container': {
      const path = `/api/v1/namespaces/${line.namespace}/pods`;
      const pod = view.kubernetes(path).find((one) => nameOf(one) === line.pod?.replace(/^pods?\//, ''));
      return [...listAt(pod, 'spec', 'containers'), ...listAt(pod, 'spec', 'initContainers')].map((c) =>
        textAt(c, 'name'),
      );
    }
    case 'clusterrole':
      return view.kubernetes('/apis/rbac.authorization.k8s.io/v1/clusterroles').map(nameOf);
    case 'serviceaccount':
      return view
        .kubernetes('/api/v1/serviceaccounts')
        .map((one) => `${textAt(one, 'metadata', 'namespace')}:${nameOf(one)}`);
    case 'as':
      return view
        .kubernetes('/api/v1/serviceaccounts')
        .map((one) => `system:serviceaccount:${textAt(one, 'metadata', 'namespace')}:${nameOf(one)}`);
    default:
      return [];
  }
};

/** `TYPE`, then names; or `TYPE/NAME` in one. */
const kindOrName = (view: View, { args, namespace }: Line, word: string): readonly string[] => {
  if (word.includes('/')) {
    const type = word.split('/')[0] ?? '';
    const kind = kindCalled(type);
    return kind ? objects(view, kind, namespace).map((name) => `${type}/${name}`) : [];
  }
  const [type] = args;
  if (type === undefined) return kinds(view);
  const kind = kindCalled(type);
  return kind ? objects(view, kind, namespace).filter((name) => !args.includes(name)) : [];
};

const argument = (view: View, line: Line, word: string): readonly string[] => {
  const { name, args, namespace } = line;
  if (BY_KIND.test(name)) return kindOrName(view, line, word);
  if (BY_POD.test(name) && args.length === 0) {
    if (word.includes('/')) return kindOrName(view, line, word);
    const pods = kindCalled('pods');
    return [...(pods ? objects(view, pods, namespace) : []), 'deployment/', 'job/'];
  }
  if (name === 'create token' && args.length === 0) {
    const accounts = kindCalled('serviceaccounts');
    return accounts ? objects(view, accounts, namespace) : [];
  }
  if (name === 'auth can-i')
    return args.length === 0 ? ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'] : kinds(view);
  return [];
};

/** @param words behind `kubectl` */
export const kubectlWords = (view: View, words: readonly string[], word: string): readonly string[] => {
  const line = read(words, namespaceIn(view.file(KUBECONFIG)) || 'default');
  if (line.open !== undefined) return flagValues(view, line.open, line);
  if (word.startsWith('-')) {
    const flag = word.includes('=') ? longName(line.flags, word) : undefined;
    if (flag !== undefined) {
      const head = word.slice(0, word.indexOf('=') + 1);
      return flagValues(view, flag, line).map((value) => head + value);
    }
    return Object.entries(line.flags).flatMap(([name, { short }]) => [
      `--${name}`,
      ...(short === undefined ? [] : [`-${short}`]),
    ]);
  }
  const prefix = line.name === '' ? '' : `${line.name} `;
  const next =
    line.args.length > 0
      ? []
      : Object.keys(commands)
          .filter((name) => name.startsWith(prefix) && name !== line.name)
          .map((name) => name.slice(prefix.length).split(' ')[0] ?? '');
  return [...new Set([...next, ...argument(view, line, word)])];
};
