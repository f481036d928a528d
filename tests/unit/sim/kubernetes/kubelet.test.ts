import { expect, test } from 'vitest';
import { Cluster, field } from './cluster.ts';

const PODS = '/api/v1/namespaces/default/pods';
const shell = (script: string) => ({ name: 'app', image: 'busybox:1.36', command: ['sh', '-c', script] });

const start = (cluster: Cluster, name: string, spec: object): void => {
  cluster.create('Pod', 'v1', PODS, name, { spec });
};

test('a crashing container is restarted at once, then after 10 s, 20 s, 40 s', () => {
  const cluster = new Cluster({});
  start(cluster, 'crash', { containers: [shell('cat /missing')] });
  cluster.wait(90);
  const starts = cluster.run.history.flatMap((e) =>
    e.kind === 'spawned' && e.actor === 'pods/default/crash/app' ? [e.at] : [],
  );
  const pauses = starts.slice(1).map((at, i) => Math.round((at - (starts[i] ?? 0)) / 1000));
  expect(pauses).toEqual([1, 11, 21, 41]);
  expect(cluster.pods()).toEqual(['crash Running CrashLoopBackOff']);
  expect(cluster.ask('GET', `${PODS}/crash/log?tailLines=1`).body).toBe(
    "cat: can't open '/missing': No such file or directory\n",
  );
});

test('init containers run one after the other, before the others', () => {
  const cluster = new Cluster({});
  const initContainers = [
    { ...shell('sleep 5'), name: 'one' },
    { ...shell('sleep 5'), name: 'two' },
  ];
  start(cluster, 'web', { initContainers, containers: [{ name: 'app', image: 'nginx:1.27' }] });
  cluster.wait(20);
  const spawned = cluster.run.history.flatMap((e) =>
    e.kind === 'spawned' && e.actor.startsWith('pods/') ? [e.actor.split('/').at(-1)] : [],
  );
  expect(spawned).toEqual(['one', 'two', 'app']);
  expect(cluster.pods()).toEqual(['web Running ready']);
});

test('a missing Secret stops a container before it starts, and heals', () => {
  const cluster = new Cluster({});
  const env = [{ name: 'KEY', valueFrom: { secretKeyRef: { name: 'late', key: 'k' } } }];
  start(cluster, 'web', { containers: [{ name: 'app', image: 'nginx:1.27', env }] });
  cluster.wait(5);
  expect(cluster.pods()).toEqual(['web Pending CreateContainerConfigError']);
  expect(cluster.events('web')).toContain('Failed: Error: secret "late" not found');
  cluster.create('Secret', 'v1', '/api/v1/namespaces/default/secrets', 'late', { stringData: { k: 'v' } });
  cluster.wait(20);
  expect(cluster.pods()).toEqual(['web Running ready']);
});

test('a volume of a missing Secret keeps the Pod in ContainerCreating', () => {
  const cluster = new Cluster({});
  start(cluster, 'web', {
    volumes: [{ name: 's', secret: { secretName: 'none' } }],
    containers: [{ name: 'app', image: 'nginx:1.27' }],
  });
  cluster.wait(5);
  expect(cluster.pods()).toEqual(['web Pending ContainerCreating']);
  expect(cluster.events('web')).toContain(
    'FailedMount: MountVolume.SetUp failed for volume "s" : secret "none" not found',
  );
});

test('a mounted token is replaced after four fifths of its life', () => {
  const cluster = new Cluster({});
  const sources = [{ serviceAccountToken: { path: 'token', audience: 'vault', expirationSeconds: 600 } }];
  start(cluster, 'web', {
    volumes: [{ name: 't', projected: { sources } }],
    containers: [{ name: 'app', image: 'nginx:1.27' }],
  });
  cluster.wait(1200);
  const written = cluster.run.history.flatMap((e) =>
    e.kind === 'file' && e.path === 'pods/default/web/t/token' ? [e.at / 1000] : [],
  );
  expect(written).toHaveLength(3);
  for (const [i, at] of written.slice(1).entries()) {
    const age = at - (written[i] ?? 0);
    expect(age).toBeGreaterThanOrEqual(470);
    expect(age).toBeLessThanOrEqual(540);
  }
});

test("a mounted ConfigMap follows its object within the kubelet's minute", () => {
  const cluster = new Cluster({});
  const path = '/api/v1/namespaces/default/configmaps';
  cluster.create('ConfigMap', 'v1', path, 'c', { data: { key: 'old' } });
  start(cluster, 'web', {
    volumes: [{ name: 'v', configMap: { name: 'c' } }],
    containers: [{ name: 'app', image: 'nginx:1.27' }],
  });
  cluster.wait(10);
  cluster.ask('PATCH', `${path}/c`, { data: { key: 'new' } }, 'admin-token', 'application/merge-patch+json');
  expect(cluster.run.file('pods/default/web/v/key')?.text).toBe('old');
  cluster.wait(61);
  expect(cluster.run.file('pods/default/web/v/key')?.text).toBe('new');
  // Nothing is written again while nothing changes, not even when the watch is opened anew.
  const written = cluster.run.history.length;
  cluster.wait(8000);
  const later = cluster.run.history.slice(written).filter((e) => e.kind === 'file' && e.path.endsWith('/v/key'));
  expect(later).toEqual([]);
});

test('a server ends at SIGTERM, a shell is killed when its grace is over', () => {
  const cluster = new Cluster({});
  start(cluster, 'server', { containers: [{ name: 'app', image: 'nginx:1.27' }] });
  start(cluster, 'shell', { containers: [shell('sleep infinity')], terminationGracePeriodSeconds: 20 });
  cluster.wait(10);
  cluster.ask('DELETE', `${PODS}/server`);
  cluster.ask('DELETE', `${PODS}/shell`);
  cluster.wait(2);
  expect(cluster.pods()).toEqual(['shell Running ready']);
  cluster.wait(20);
  expect(cluster.pods()).toEqual([]);
});

test('a program reaches another container only in a shared process namespace', () => {
  for (const shareProcessNamespace of [true, false]) {
    const cluster = new Cluster({});
    const containers = [
      { name: 'app', image: 'nginx:1.27' },
      { name: 'side', image: 'nginx:1.27' },
    ];
    start(cluster, 'web', { shareProcessNamespace, containers });
    cluster.wait(5);
    cluster.run.apply({
      type: 'send',
      to: 'kubelet/node-1/default/web/side',
      event: { type: 'process.signal', signal: 'SIGHUP', pid: 7 } as { type: string },
    });
    cluster.wait(1);
    const reloaded = cluster.run.history.flatMap((e) => (e.kind === 'log' && e.text.includes('HUP') ? [e.logger] : []));
    expect(reloaded).toEqual([shareProcessNamespace ? 'app' : 'side']);
  }
});

test('readiness waits for the file that a probe asks for', () => {
  const cluster = new Cluster({});
  const readinessProbe = { exec: { command: ['cat', '/state/ready'] }, periodSeconds: 5 };
  const container = {
    name: 'app',
    image: 'nginx:1.27',
    readinessProbe,
    volumeMounts: [{ name: 'data', mountPath: '/state' }],
  };
  start(cluster, 'web', { volumes: [{ name: 'data', emptyDir: {} }], containers: [container] });
  cluster.wait(10);
  expect(cluster.pods()).toEqual(['web Running running']);
  cluster.run.apply({ type: 'write', path: 'pods/default/web/data/ready', text: 'yes' });
  cluster.wait(6);
  expect(cluster.pods()).toEqual(['web Running ready']);
});

test('the same recipe gives the same history', () => {
  const cluster = new Cluster({});
  start(cluster, 'web', { containers: [{ name: 'app', image: 'nginx:1.27' }] });
  cluster.wait(7200);
  const { run } = cluster;
  const again = new Cluster({}).run;
  for (const { at, command } of run.recipe.commands.slice(1)) {
    again.advanceTo(at);
    again.apply(command);
  }
  again.advanceTo(run.now);
  expect(JSON.stringify(again.history)).toBe(JSON.stringify(run.history));
  expect(field(run.recipe, 'setup', 'seed')).toBe(1);
});

test('a program that the machine kills is started again, and the reason is told', () => {
  const cluster = new Cluster({});
  start(cluster, 'web', { containers: [{ name: 'app', image: 'nginx:1.27' }] });
  cluster.wait(5);
  const kill = { type: 'container.kill', reason: 'OOMKilled' } as { type: string };
  cluster.run.apply({ type: 'send', to: 'kubelet/node-1/default/web/app', event: kill });
  cluster.wait(5);
  expect(cluster.pods()).toEqual(['web Running ready']);
  const status = field(cluster.ask('GET', `${PODS}/web`).body, 'status', 'containerStatuses', 0);
  expect(status).toMatchObject({
    restartCount: 1,
    lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
  });
});

test('an evicted Pod has failed, with the reason, and does not run again', () => {
  const cluster = new Cluster({});
  start(cluster, 'web', { containers: [shell('sleep 1000')] });
  cluster.wait(5);
  const message = 'The node was low on resource: memory. ';
  const evict = { type: 'pod.evict', message } as { type: string };
  cluster.run.apply({ type: 'send', to: 'kubelet/node-1/default/web', event: evict });
  cluster.wait(60);
  expect(field(cluster.ask('GET', `${PODS}/web`).body, 'status')).toMatchObject({
    phase: 'Failed',
    reason: 'Evicted',
    message,
  });
  expect(cluster.events('web')).toContain(`Evicted: ${message}`);
  expect(cluster.run.actor('pods/default/web/app')).toBeUndefined();
});

test('a node that was cut off hears what it missed when the way is open again', () => {
  const cluster = new Cluster({});
  start(cluster, 'web', { containers: [{ name: 'app', image: 'nginx:1.27' }] });
  cluster.wait(5);
  const cut = { id: 'cut', from: 'kubernetes', to: 'node-1', effect: 'cut' } as const;
  cluster.run.apply({ type: 'fault', fault: cut });
  start(cluster, 'late', { containers: [{ name: 'app', image: 'nginx:1.27' }] });
  cluster.wait(20);
  expect(cluster.pods()).toContain('late Pending');
  cluster.run.apply({ type: 'heal', id: 'cut' });
  cluster.wait(60);
  expect(cluster.pods()).toContain('late Running ready');
});
