import type { Kind } from '../../../kubernetes/kinds/kind.ts';
import { apiVersionOf } from '../../../kubernetes/kinds/kind.ts';
import { byText } from '../../../text/order.ts';
import { clock, type Run } from '../../program.ts';
import { type Call, type Command, FILENAME, OUTPUT, SELECTOR } from '../command.ts';
import { throwAll } from '../errors.ts';
import { ApiFailure, failed, KubectlFailure } from '../failure.ts';
import { listFailure } from '../list-failure.ts';
import { readManifests } from '../manifest.ts';
import { pathOf, shortType, targetsOf } from '../mapper.ts';
import { at, type Json, listAt, namespaceOf, textAt } from '../objects/json.ts';
import { sortedBy } from '../output/sort-by.ts';
import { isStructured, structured } from '../output/structured.ts';
import { TABLE, tabbed } from '../output/tab-writer.ts';
import { printerOf } from '../printers/index.ts';

interface Found {
  readonly kind: Kind;
  readonly object: Json;
}

const FORMATS =
  'custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,wide,yaml';

const query = (call: Call): string => {
  const parts = [
    ['labelSelector', call.flags.text('selector')],
    ['fieldSelector', call.flags.text('field-selector')],
  ].filter(([, value]) => value !== '');
  return parts.length === 0 ? '' : `?${parts.map(([k, v]) => `${k}=${encodeURIComponent(v ?? '')}`).join('&')}`;
};

/** Items of a list carry no kind of their own. */
const typed = (kind: Kind, object: Json): Json => ({ ...object, apiVersion: apiVersionOf(kind), kind: kind.kind });

function* listed(call: Call, kind: Kind, namespace: string): Run<unknown> {
  try {
    return yield* call.client.request('GET', pathOf(kind, namespace) + query(call));
  } catch (error) {
    throw listFailure(error, kind, call.flags.text('selector'), call.flags.text('field-selector'));
  }
}

interface Gathered {
  readonly found: Found[];
  readonly errors: unknown[];
  /** One object was asked for by its name. */
  readonly single: boolean;
}

function* gather(call: Call, everywhere: boolean): Run<Gathered> {
  const found: Found[] = [];
  const errors: unknown[] = [];
  const files = call.flags.list('filename').length > 0;
  const manifests = files ? yield* readManifests(call.process, call.flags, false) : { infos: [], errors: [] };
  errors.push(...manifests.errors);
  const targets = files
    ? manifests.infos.map(({ kind, name, namespace }) => ({ kind, name, namespace }))
    : targetsOf(call.args).map((t) => ({ ...t, namespace: call.namespace }));
  const named = targets.some((t) => t.name !== null);
  if (named && !files && everywhere) throw failed('a resource cannot be retrieved by name across all namespaces');
  if (named && !files && (call.flags.text('selector') !== '' || call.flags.text('field-selector') !== ''))
    throw failed('name cannot be provided when a selector is specified');
  for (const { kind, name, namespace } of targets) {
    try {
      if (name !== null) {
        const object = (yield* call.client.request('GET', pathOf(kind, namespace, name))) as Json;
        found.push({ kind, object });
      } else {
        const list = yield* listed(call, kind, everywhere ? '' : namespace);
        found.push(...listAt(list, 'items').map((object) => ({ kind, object: typed(kind, object) })));
      }
    } catch (error) {
      if (error instanceof KubectlFailure) throw error;
      if (error instanceof ApiFailure && error.status.reason === 'NotFound' && call.flags.bool('ignore-not-found'))
        continue;
      errors.push(error);
    }
  }
  return { found, errors, single: targets.length === 1 && named };
}

/** A table for each kind, with an empty line between, and the kind before each name when there are several. */
const tables = (call: Call, found: readonly Found[], everywhere: boolean, wide: boolean, now: number): string => {
  const kinds = [...new Set(found.map((f) => f.kind))];
  const headings = !call.flags.bool('no-headers');
  const showKind = kinds.length > 1 || call.flags.bool('show-kind');
  const labels = call.flags.list('label-columns');
  const parts = kinds.map((kind) => {
    const printer = printerOf(kind.plural);
    const extra = wide ? (printer.wide ?? []) : [];
    const count = printer.columns.length + extra.length;
    const withNamespace = everywhere && kind.namespaced;
    const header = [
      ...(withNamespace ? ['NAMESPACE'] : []),
      ...printer.columns,
      ...extra,
      ...labels.map((l) => (l.split('/').at(-1) ?? l).toUpperCase()),
      ...(call.flags.bool('show-labels') ? ['LABELS'] : []),
    ];
    const rows = found
      .filter((f) => f.kind === kind)
      .map(({ object }) => {
        const cells = printer.row(object, now).slice(0, count);
        const at0 = printer.columns.indexOf('NAME');
        const own = Object.entries(at(object, 'metadata', 'labels'));
        return [
          ...(withNamespace ? [namespaceOf(object)] : []),
          ...cells.map((c, i) => (showKind && i === at0 ? `${shortType(kind)}/${c}` : c)),
          ...labels.map((l) => textAt(object, 'metadata', 'labels', l) || '<none>'.slice(0, 0)),
          ...(call.flags.bool('show-labels')
            ? [
                own.length === 0
                  ? '<none>'
                  : own
                      .map(([k, v]) => `${k}=${v}`)
                      .toSorted(byText)
                      .join(','),
              ]
            : []),
        ];
      });
    const lines = headings ? [header, ...rows] : rows;
    return tabbed(`${lines.map((l) => l.join('\t')).join('\n')}\n`, TABLE);
  });
  return parts.join('\n');
};

/** `kubectl get` */
export const get: Command = {
  summary: 'Show objects',
  usage: 'get (TYPE[,TYPE…] [NAME…] | TYPE/NAME… | -f FILE) [-o FORMAT]',
  flags: {
    ...FILENAME,
    ...OUTPUT,
    ...SELECTOR,
    'field-selector': { kind: 'text', help: 'Field selector, such as status.phase=Running' },
    'all-namespaces': { kind: 'bool', short: 'A', help: 'Objects of all namespaces' },
    'ignore-not-found': { kind: 'bool', help: 'Say nothing of objects that do not exist' },
    'no-headers': { kind: 'bool', help: 'No headings' },
    'show-labels': { kind: 'bool', help: 'A column with all labels' },
    'show-kind': { kind: 'bool', help: 'The kind before each name' },
    'show-managed-fields': { kind: 'bool', help: 'Keep managedFields' },
    'label-columns': { kind: 'list', short: 'L', help: 'A column for each of these labels' },
    'sort-by': { kind: 'text', help: 'JSONPath to sort by' },
    'output-watch-events': { kind: 'bool', help: 'Not modelled' },
    'chunk-size': { kind: 'int', otherwise: '500', help: 'Objects an answer may hold' },
    raw: { kind: 'text', help: 'Path to ask the server for' },
    watch: { kind: 'bool', short: 'w', help: 'Go on and show changes' },
    'watch-only': { kind: 'bool', help: 'Show changes only' },
    subresource: { kind: 'text', help: 'Not modelled' },
  },
  *run(call) {
    const { flags, process, args } = call;
    const raw = flags.text('raw');
    if (raw !== '') {
      const body = yield* call.client.request('GET', raw);
      process.out(typeof body === 'string' ? body : JSON.stringify(body));
      return 0;
    }
    if (args.length === 0 && flags.list('filename').length === 0)
      throw new KubectlFailure(
        'You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.\n\nerror: Required resource not specified.\nUse "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).\nSee \'kubectl get -h\' for help and examples',
      );
    const everywhere = flags.bool('all-namespaces');
    const format = flags.text('output');
    const { found, errors, single } = yield* gather(call, everywhere);
    const shown = sortedBy(flags.text('sort-by'), found, (f) => f.object);
    if (isStructured(format)) {
      const object = single
        ? shown[0]?.object
        : { apiVersion: 'v1', kind: 'List', metadata: { resourceVersion: '' }, items: shown.map((f) => f.object) };
      if (object) process.out(structured(format, object, FORMATS, flags.bool('no-headers')));
    } else if (shown.length > 0) {
      const { wall } = yield* clock();
      process.out(tables(call, shown, everywhere, format === 'wide', wall));
    } else if (errors.length === 0 && !flags.bool('ignore-not-found') && !single) {
      const anyNamespaced = targetsOf(args).some((t) => t.kind.namespaced);
      process.err(
        everywhere || !anyNamespaced ? 'No resources found\n' : `No resources found in ${call.namespace} namespace.\n`,
      );
    }
    throwAll(errors);
    return 0;
  },
};
