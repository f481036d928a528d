import { expect, test } from 'vitest';
import { Cluster, field } from './cluster.ts';

const MAPS = '/api/v1/namespaces/default/configmaps';

test('a stale resourceVersion is a conflict, and the object stays as it was', () => {
  const cluster = new Cluster();
  const first = cluster.create('ConfigMap', 'v1', MAPS, 'c', { data: { a: '1' } }).body;
  const resourceVersion = field(first, 'metadata', 'resourceVersion');
  cluster.ask('PUT', `${MAPS}/c`, { metadata: { name: 'c', resourceVersion }, data: { a: '2' } });
  expect(cluster.refusal('PUT', `${MAPS}/c`, { metadata: { name: 'c', resourceVersion }, data: { a: '3' } })).toBe(
    'Operation cannot be fulfilled on configmaps "c": the object has been modified; please apply your changes to the latest version and try again',
  );
  expect(field(cluster.ask('GET', `${MAPS}/c`).body, 'data', 'a')).toBe('2');
});

test('a write that changes nothing keeps the resourceVersion', () => {
  const cluster = new Cluster();
  const first = cluster.create('ConfigMap', 'v1', MAPS, 'c', { data: { a: '1' } }).body;
  const again = cluster.ask(
    'PATCH',
    `${MAPS}/c`,
    { data: { a: '1' } },
    'admin-token',
    'application/merge-patch+json',
  ).body;
  expect(field(again, 'metadata', 'resourceVersion')).toBe(field(first, 'metadata', 'resourceVersion'));
});

test('a dry run leaves nothing behind', () => {
  const cluster = new Cluster();
  expect(cluster.create('ConfigMap', 'v1', `${MAPS}?dryRun=All`, 'c', {}).status).toBe(201);
  expect(cluster.ask('GET', `${MAPS}/c`).status).toBe(404);
});

test('an object with a finalizer waits for it', () => {
  const cluster = new Cluster();
  cluster.create('ConfigMap', 'v1', MAPS, 'c', { metadata: { name: 'c', finalizers: ['example.com/hold'] } });
  expect(field(cluster.ask('DELETE', `${MAPS}/c`).body, 'metadata', 'deletionTimestamp')).toBeDefined();
  expect(cluster.ask('GET', `${MAPS}/c`).status).toBe(200);
  cluster.ask('PATCH', `${MAPS}/c`, { metadata: { finalizers: null } }, 'admin-token', 'application/merge-patch+json');
  expect(cluster.ask('GET', `${MAPS}/c`).status).toBe(404);
});

test('unknown fields are warned of, or refused when the client is strict', () => {
  const cluster = new Cluster();
  expect(cluster.create('ConfigMap', 'v1', MAPS, 'c', { dat: {} }).headers.warning).toBe(
    '299 - "unknown field \\"dat\\""',
  );
  expect(cluster.refusal('POST', `${MAPS}?fieldValidation=Strict`, { metadata: { name: 'd' }, dat: {} })).toContain(
    'strict decoding error: unknown field "dat"',
  );
});

test('a strategic merge patch finds containers by name; a merge patch replaces the list', () => {
  const cluster = new Cluster();
  const path = '/apis/apps/v1/namespaces/default/deployments';
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: {
      containers: [
        { name: 'a', image: 'a:1' },
        { name: 'b', image: 'b:1' },
      ],
    },
  };
  cluster.create('Deployment', 'apps/v1', path, 'web', {
    spec: { selector: { matchLabels: { app: 'web' } }, template },
  });
  const patch = { spec: { template: { spec: { containers: [{ name: 'b', image: 'b:2' }] } } } };
  const images = (type: string): unknown => {
    const body = cluster.ask('PATCH', `${path}/web`, patch, 'admin-token', type).body;
    return (field(body, 'spec', 'template', 'spec', 'containers') as { image: string }[]).map((c) => c.image);
  };
  expect(images('application/strategic-merge-patch+json')).toEqual(['a:1', 'b:2']);
  expect(images('application/merge-patch+json')).toEqual(['b:2']);
});

test('nothing is made in a namespace that is going', () => {
  const cluster = new Cluster();
  cluster.create('Namespace', 'v1', '/api/v1/namespaces', 'team', {});
  expect(field(cluster.ask('DELETE', '/api/v1/namespaces/team').body, 'status', 'phase')).toBe('Terminating');
  expect(cluster.refusal('POST', '/api/v1/namespaces/team/configmaps', { metadata: { name: 'c' } })).toBe(
    'configmaps "c" is forbidden: unable to create new content in namespace team because it is being terminated',
  );
});

test('a watch reports what changes, in order, with the version of each change', () => {
  const cluster = new Cluster();
  const exchange =
    cluster.run.apply({
      type: 'request',
      id: 'watch',
      to: 'https://kubernetes.default.svc:443',
      method: 'GET',
      path: `${MAPS}?watch=true&labelSelector=a%3Db`,
      headers: { authorization: 'Bearer admin-token' },
    }) + 1;
  cluster.run.settle();
  cluster.create('ConfigMap', 'v1', MAPS, 'other', {});
  cluster.create('ConfigMap', 'v1', MAPS, 'c', { metadata: { name: 'c', labels: { a: 'b' } } });
  cluster.ask(
    'PATCH',
    `${MAPS}/c`,
    { metadata: { labels: { a: 'x' } } },
    'admin-token',
    'application/merge-patch+json',
  );
  const chunks = cluster.run.history.flatMap((e) =>
    e.kind === 'chunk' && e.exchange === exchange ? [field(e.body, 'type')] : [],
  );
  expect(chunks).toEqual(['ADDED', 'DELETED']);
});
