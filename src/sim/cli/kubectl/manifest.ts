/** Objects from files and standard input. Source: cli-runtime: pkg/resource/visitor.go, mapper.go; apimachinery: yaml/decoder.go. */

import { jsonSyntaxError } from '../../go/json-syntax.ts';
import { kindNamed } from '../../kubernetes/kinds/index.ts';
import { apiVersionOf, type Kind } from '../../kubernetes/kinds/kind.ts';
import { decode } from '../../kubernetes/schema/decode.ts';
import { readKubernetesYaml } from '../../yaml/kubernetes-yaml.ts';
import { listNames, type Process, type Run, readText } from '../program.ts';
import { failed } from './failure.ts';
import type { Flags } from './flags.ts';
import type { Json } from './objects/json.ts';

/** One object of a file. */
export interface Info {
  readonly kind: Kind;
  readonly object: Json;
  readonly name: string;
  readonly namespace: string;
  /** The file's name, `STDIN`. */
  readonly source: string;
}

const STOP = 'if you choose to ignore these errors, turn validation off with --validate=false';

/** The documents of a stream: they are told apart before anything is parsed, so each counts its own lines. */
const documents = (text: string): string[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/^---(?:[ \t].*)?(?:\n|$)/m)
    .filter((d) => d.replace(/^\s*#.*$/gm, '').trim() !== '');

const parse = (text: string, source: string): unknown => {
  if (/^\s*\{/.test(text)) {
    const error = jsonSyntaxError(text);
    if (error === undefined) return JSON.parse(text);
  }
  const read = readKubernetesYaml(text);
  if ('error' in read) throw failed(`error parsing ${source}: error converting YAML to JSON: ${read.error}`);
  return read.value;
};

/** apiVersion and kind must be there before the server is asked. (kubectl: pkg/util/openapi) */
const validate = (object: unknown, source: string): void => {
  const given = (typeof object === 'object' && object !== null ? object : {}) as Json;
  const problems = ['apiVersion', 'kind'].flatMap((field) => {
    if (given[field] === undefined || given[field] === null) return [`${field} not set`];
    return typeof given[field] === 'string' ? [] : [`${field} isn't string type`];
  });
  if (problems.length === 0) return;
  const text = problems.length === 1 ? problems[0] : `[${problems.join(', ')}]`;
  throw failed(`error validating ${JSON.stringify(source)}: error validating data: ${text}; ${STOP}`);
};

const infoOf = (object: Json, source: string): Info => {
  const quoted = JSON.stringify(source);
  if (typeof object.kind !== 'string' || object.kind === '')
    throw failed(`unable to decode ${quoted}: Object 'Kind' is missing in '${JSON.stringify(object)}'`);
  // Any struct with metadata will do: nothing else is looked at here.
  const read = decode({ metadata: object.metadata }, 'ServiceAccount');
  if (read.error !== undefined) throw failed(`unable to decode ${quoted}: ${read.error}`);
  const metadata = (object.metadata ?? {}) as Json;
  const name = String(metadata.name ?? '');
  const namespace = String(metadata.namespace ?? '');
  const apiVersion = String(object.apiVersion ?? '');
  const kind = kindNamed(apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '', object.kind);
  if (!kind || apiVersionOf(kind) !== apiVersion)
    throw failed(
      `resource mapping not found for name: ${JSON.stringify(name)} namespace: ${JSON.stringify(namespace)} from ${quoted}: no matches for kind ${JSON.stringify(object.kind)} in version ${JSON.stringify(apiVersion)}\nensure CRDs are installed first`,
    );
  return { kind, object, name, namespace, source };
};

function* texts(process: Process, path: string): Run<readonly (readonly [source: string, text: string])[]> {
  if (path === '-') return [['STDIN', process.stdin]];
  if (/^https?:\/\//.test(path))
    throw failed(`unable to read URL ${JSON.stringify(path)}: the console has no way to the internet`);
  const text = yield* readText(path);
  if (text !== null) return [[path, text]];
  const folder = path === '.' || path === './' ? '' : `${path.replace(/^\.\//, '').replace(/\/+$/, '')}/`;
  const names = (yield* listNames()).filter(
    (n) => n.startsWith(folder) && !n.slice(folder.length).includes('/') && /\.(?:ya?ml|json)$/.test(n),
  );
  if (names.length === 0) throw failed(`the path ${JSON.stringify(path)} does not exist`);
  const found: [string, string][] = [];
  for (const name of names) found.push([name, (yield* readText(name)) ?? '']);
  return found;
}

/** Objects and refusals of one stream. The stream ends at the first text that cannot be read. */
const read = (text: string, source: string, checked: boolean, into: Info[], errors: unknown[]): void => {
  for (const document of documents(text)) {
    let object: unknown;
    try {
      object = parse(document, source);
      if (object === null) continue;
      if (checked) validate(object, source);
    } catch (error) {
      errors.push(error);
      return;
    }
    const items = (object as Json).kind === 'List' ? (((object as Json).items ?? []) as Json[]) : [object as Json];
    for (const item of items) {
      try {
        into.push(infoOf(item, source));
      } catch (error) {
        errors.push(error);
      }
    }
  }
};

/** Where a namespaced object goes. @throws KubectlFailure when flag and file disagree */
const placed = (info: Info, flags: Flags): Info => {
  if (!info.kind.namespaced) return { ...info, namespace: '' };
  const asked = flags.text('namespace');
  if (asked !== '' && info.namespace !== '' && asked !== info.namespace)
    throw failed(
      `the namespace from the provided object ${JSON.stringify(info.namespace)} does not match the namespace ${JSON.stringify(asked)}. You must pass '--namespace=${info.namespace}' to perform this operation.`,
    );
  const namespace = info.namespace || asked || 'default';
  const metadata = { ...(info.object.metadata as Json | undefined), namespace };
  return { ...info, namespace, object: { ...info.object, metadata } };
};

/**
 * Everything that `-f` names, in order, and what could not be read.
 * @param checked look for apiVersion and kind first (`--validate`)
 */
export function* readManifests(
  process: Process,
  flags: Flags,
  checked: boolean,
): Run<{ readonly infos: Info[]; readonly errors: unknown[] }> {
  const infos: Info[] = [];
  const errors: unknown[] = [];
  for (const path of flags.list('filename')) {
    const found: Info[] = [];
    for (const [source, text] of yield* texts(process, path)) read(text, source, checked, found, errors);
    for (const info of found) {
      try {
        infos.push(placed(info, flags));
      } catch (error) {
        errors.push(error);
      }
    }
  }
  return { infos, errors };
}
