import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signingKey } from '../../src/sim/jwt/index.ts';
import { DEFAULT_EPOCH } from '../../src/sim/kernel/index.ts';
import { handle, newApiState, parseRequest } from '../../src/sim/kubernetes/index.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 2000);

const word = fc.constantFrom('web', 'app', 'default', 'team', 'none', 'Bad_Name', '', 'a.b', 'x'.repeat(300));
const collection = fc.constantFrom(
  '/api/v1/namespaces',
  '/api/v1/nodes',
  '/api/v1/namespaces/default/pods',
  '/api/v1/namespaces/default/secrets',
  '/api/v1/namespaces/default/configmaps',
  '/api/v1/namespaces/default/serviceaccounts',
  '/api/v1/namespaces/default/services',
  '/api/v1/namespaces/default/events',
  '/apis/apps/v1/namespaces/default/deployments',
  '/apis/apps/v1/namespaces/default/statefulsets',
  '/apis/batch/v1/namespaces/default/jobs',
  '/apis/batch/v1/namespaces/default/cronjobs',
  '/apis/rbac.authorization.k8s.io/v1/clusterroles',
  '/apis/rbac.authorization.k8s.io/v1/namespaces/default/rolebindings',
  '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations',
  '/apis/authentication.k8s.io/v1/tokenreviews',
  '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
  '/apis/none/v1/things',
  '/version',
  '/apis',
);
const tail = fc.oneof(
  fc.constant(''),
  word.map((w) => `/${w}`),
  fc
    .tuple(word, fc.constantFrom('status', 'scale', 'token', 'binding', 'log', 'finalize', 'x'))
    .map(([w, s]) => `/${w}/${s}`),
  fc.constantFrom(
    '?watch=true',
    '?labelSelector=a%3Db',
    '?fieldSelector=x%3Dy',
    '?dryRun=All',
    '?fieldValidation=Strict',
    '?%zz=',
  ),
);
const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS');
const token = fc.constantFrom(null, 'admin-token', 'garbage', 'eyJhbGciOiJSUzI1NiJ9.e30.');
const type = fc.constantFrom(
  'application/json',
  'application/merge-patch+json',
  'application/strategic-merge-patch+json',
  'application/json-patch+json',
  'application/apply-patch+yaml',
  'text/plain',
);
const leaf = fc.oneof(fc.jsonValue({ maxDepth: 1 }), word, fc.integer(), fc.constantFrom('100m', '1Gi', 'Always'));
const container = fc.record(
  { name: leaf, image: leaf, env: leaf, resources: leaf, volumeMounts: leaf },
  { requiredKeys: [] },
);
const spec = fc.record(
  {
    containers: fc.oneof(leaf, fc.array(container, { maxLength: 2 })),
    template: leaf,
    selector: leaf,
    replicas: leaf,
    token: leaf,
    schedule: leaf,
    ports: leaf,
    volumes: leaf,
  },
  { requiredKeys: [] },
);
const metadata = fc.record(
  {
    name: leaf,
    namespace: leaf,
    labels: leaf,
    annotations: leaf,
    finalizers: leaf,
    ownerReferences: leaf,
    resourceVersion: leaf,
    uid: leaf,
  },
  { requiredKeys: [] },
);
const patch = fc.array(
  fc.record({
    op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test', 'x'),
    path: fc.constantFrom('', '/', '/metadata/name', '/spec/containers/0', '/a/b', '/data/-'),
    value: leaf,
  }),
  { maxLength: 3 },
);
const body = fc.oneof(
  fc.record(
    {
      kind: leaf,
      apiVersion: leaf,
      metadata: fc.oneof(leaf, metadata),
      spec: fc.oneof(leaf, spec),
      data: leaf,
      rules: leaf,
      roleRef: leaf,
      subjects: leaf,
      webhooks: leaf,
      type: leaf,
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
  fc.string(),
  patch,
);
const request = fc.record({ method, collection, tail, token, type, body });

const fresh = () =>
  newApiState({
    issuer: 'https://issuer',
    audiences: ['https://issuer'],
    signingKey: signingKey('fuzz'),
    wall: DEFAULT_EPOCH,
  });

test('any sequence of requests is answered, and a refused one changes no object', () => {
  fc.assert(
    fc.property(fc.array(request, { minLength: 1, maxLength: 12 }), (requests) => {
      let state = fresh();
      requests.forEach((r, i) => {
        const headers = { 'content-type': r.type, ...(r.token !== null && { authorization: `Bearer ${r.token}` }) };
        const parsed = parseRequest(r.method, r.collection + r.tail, headers, r.body);
        const before = state.store.revision;
        const handled = handle(state, parsed, { wall: DEFAULT_EPOCH + i * 1000, entropy: i });
        const { outcome } = handled;
        if (outcome.kind === 'answer' && outcome.status >= 400) expect(handled.state.store.revision).toBe(before);
        if (outcome.kind === 'answer' && r.token !== 'admin-token') expect(handled.state.store.revision).toBe(before);
        expect(() => JSON.stringify(handled)).not.toThrow();
        state = handled.state;
      });
    }),
    { numRuns: RUNS },
  );
}, 600_000);
