import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
import { findingsOf } from '../../src/rules/index.ts';
import { type FieldType, structOf } from '../../src/sim/kubernetes/schema/types.ts';
import type { Bench } from './bench.ts';

const LINES = 1_000;
const KEYS = 60;

const one = (n: number): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-${n}
  namespace: app
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web-${n}
  template:
    metadata:
      labels:
        app: web-${n}
      annotations:
        vault.hashicorp.com/agent-inject: "true"
        vault.hashicorp.com/role: "app-web"
        vault.hashicorp.com/agent-inject-secret-config: "kv/data/app/config"
        vault.hashicorp.com/agent-inject-template-config: |
          {{- with secret "kv/data/app/config" -}}
          {{ .Data.data | toJSON }}
          {{- end -}}
    spec:
      serviceAccountName: web
      containers:
        - name: app
          image: example.com/web:1.${n}
          resources:
            limits: {cpu: 500m}
---
`;
const file = Array.from({ length: Math.ceil(LINES / 30) }, (_, n) => one(n))
  .join('')
  .split('\n')
  .slice(0, LINES)
  .join('\n');

/** The file after each of some keys, typed in its middle. */
const typed = Array.from({ length: KEYS }, (_, k) => file.replace('name: web-16\n', `name: web-16${'x'.repeat(k)}\n`));

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;

const timed = async (texts: readonly string[], check: (text: string) => unknown): Promise<number> => {
  const times: number[] = [];
  for (const text of texts) {
    const from = performance.now();
    await check(text);
    times.push(performance.now() - from);
  }
  return p95(times);
};

/** A type of the model as JSON schema: what a language server is commonly given for Kubernetes. */
const schemaOf = (type: FieldType): object => {
  if (type.kind === 'struct') return { $ref: `#/definitions/${type.name}` };
  if (type.kind === 'list') return { type: 'array', items: schemaOf(type.of) };
  if (type.kind === 'map') return { type: 'object', additionalProperties: schemaOf(type.of) };
  if (type.scalar === 'bool') return { type: 'boolean' };
  if (type.scalar === 'int32' || type.scalar === 'int64') return { type: 'integer' };
  if (type.scalar === 'any') return {};
  return { type: type.scalar === 'intOrString' || type.scalar === 'quantity' ? ['string', 'integer'] : 'string' };
};

const definitionsOf = (name: string, known: Record<string, object> = {}): Record<string, object> => {
  if (name in known) return known;
  const { fields } = structOf(name);
  known[name] = {
    type: 'object',
    additionalProperties: name === 'Deployment' ? { type: 'string' } : false,
    properties: Object.fromEntries(fields.map((f) => [f.name, schemaOf(f.type)])),
  };
  const inner = (type: FieldType): void => {
    if (type.kind === 'struct') definitionsOf(type.name, known);
    else if (type.kind !== 'scalar') inner(type.of);
  };
  for (const { type } of fields) inner(type);
  return known;
};

/** yaml-language-server with a schema of Deployments; each text is a new version, as an editor would number it. */
const languageServer = () => {
  const service = getLanguageService({
    schemaRequestService: () => Promise.reject(new Error('no network')),
    workspaceContext: { resolveRelativePath: (path: string) => path },
  } as unknown as Parameters<typeof getLanguageService>[0]);
  const schema = { $ref: '#/definitions/Deployment', definitions: definitionsOf('Deployment') };
  service.configure({
    validate: true,
    hover: false,
    completion: false,
    schemas: [{ uri: 'file:///deployment.json', fileMatch: ['*.yaml'], schema: schema as never }],
    customTags: [],
  });
  let version = 0;
  return async (text: string) => {
    const said = await service.doValidation(TextDocument.create('file:///app.yaml', 'yaml', ++version, text), true);
    if (said.length > 0) throw new Error(`the language server finds something: ${said[0]?.message}`);
  };
};

export const bench: Bench = {
  name: 'rules',
  run: async () => {
    const check = (text: string) => findingsOf([{ name: 'app.yaml', text }]);
    await timed(typed.slice(0, 20), check);
    const ours = await timed(typed, check);
    // Every document new: nothing that was remembered helps.
    const fresh = typed.map((text, k) => text.replaceAll('web-', `w${k}-`));
    const cold = await timed(fresh, check);
    const other = languageServer();
    await timed(typed.slice(0, 10), other);
    const theirs = await timed(typed, other);
    return [
      {
        name: `all findings of ${LINES} lines after a key, p95`,
        value: ours,
        unit: 'ms',
        aim: 'at most 8 ms',
        reached: ours <= 8,
      },
      { name: 'the same with every document unseen, p95', value: cold, unit: 'ms' },
      {
        name: 'yaml-language-server takes, as a multiple',
        value: theirs / ours,
        unit: '×',
        aim: 'at least 5×',
        reached: theirs >= 5 * ours,
        detail: `${theirs.toFixed(1)} ms, validation with a schema of Deployments`,
      },
    ];
  },
};
