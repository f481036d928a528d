import { expect, test } from 'vitest';
import { Cluster, field } from './cluster.ts';

const DEPLOYMENTS = '/apis/apps/v1/namespaces/default/deployments';
const STRATEGIC = 'application/strategic-merge-patch+json';

const deploy = (cluster: Cluster, replicas: number, image = 'nginx:1.27'): void => {
  cluster.create('Deployment', 'apps/v1', DEPLOYMENTS, 'web', {
    spec: {
      replicas,
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'app', image }] } },
    },
  });
  cluster.wait(10);
};

const states = (cluster: Cluster): string[] => cluster.pods().map((line) => line.replace(/^\S+ /, ''));

test('a Deployment brings Pods to life, rolls them over and takes them away', () => {
  const cluster = new Cluster({});
  deploy(cluster, 3);
  expect(states(cluster)).toEqual(['Running ready', 'Running ready', 'Running ready']);
  const old = cluster.pods();
  cluster.ask(
    'PATCH',
    `${DEPLOYMENTS}/web`,
    { spec: { template: { spec: { containers: [{ name: 'app', image: 'nginx:1.28' }] } } } },
    'admin-token',
    STRATEGIC,
  );
  cluster.wait(60);
  expect(states(cluster)).toEqual(['Running ready', 'Running ready', 'Running ready']);
  expect(cluster.pods().filter((line) => old.includes(line))).toEqual([]);
  cluster.ask('DELETE', `${DEPLOYMENTS}/web`);
  cluster.wait(60);
  expect(cluster.pods()).toEqual([]);
  expect(cluster.run.files().filter(([path]) => path.startsWith('pods/'))).toEqual([]);
});

test('an image that no registry has holds a rollout, and the old Pods go on serving', () => {
  const cluster = new Cluster({});
  deploy(cluster, 2);
  cluster.ask(
    'PATCH',
    `${DEPLOYMENTS}/web`,
    { spec: { template: { spec: { containers: [{ name: 'app', image: 'hashicorp/valt:1' }] } } } },
    'admin-token',
    STRATEGIC,
  );
  cluster.wait(60);
  expect(states(cluster).sort()).toEqual(['Pending ImagePullBackOff', 'Running ready', 'Running ready']);
  cluster.wait(600);
  const conditions = field(cluster.ask('GET', `${DEPLOYMENTS}/web`).body, 'status', 'conditions') as {
    type: string;
    reason: string;
  }[];
  expect(conditions.map((c) => `${c.type} ${c.reason}`)).toContain('Progressing ProgressDeadlineExceeded');
});

test('a ReplicaSet that may not make Pods says why, and heals when the cause is gone', () => {
  const cluster = new Cluster({});
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: { serviceAccountName: 'late', containers: [{ name: 'app', image: 'nginx' }] },
  };
  cluster.create('Deployment', 'apps/v1', DEPLOYMENTS, 'web', {
    spec: { selector: { matchLabels: { app: 'web' } }, template },
  });
  cluster.wait(5);
  const sets = cluster.ask('GET', '/apis/apps/v1/namespaces/default/replicasets').body;
  const [event] = cluster.events(String(field(sets, 'items', 0, 'metadata', 'name')));
  expect(event).toMatch(
    /^FailedCreate: Error creating: pods "web-\w+-" is forbidden: error looking up service account default\/late: serviceaccount "late" not found$/,
  );
  const conditions = field(cluster.ask('GET', `${DEPLOYMENTS}/web`).body, 'status', 'conditions') as {
    type: string;
    reason: string;
  }[];
  expect(conditions.map((c) => `${c.type} ${c.reason}`)).toContain('ReplicaFailure FailedCreate');
  cluster.create('ServiceAccount', 'v1', '/api/v1/namespaces/default/serviceaccounts', 'late', {});
  cluster.wait(60);
  expect(states(cluster)).toEqual(['Running ready']);
});

test('a Job gives up after its backoff limit, with growing pauses', () => {
  const cluster = new Cluster({});
  const spec = {
    restartPolicy: 'Never',
    containers: [{ name: 'job', image: 'busybox:1.36', command: ['sh', '-c', 'exit 3'] }],
  };
  cluster.create('Job', 'batch/v1', '/apis/batch/v1/namespaces/default/jobs', 'bad', {
    spec: { backoffLimit: 2, template: { spec } },
  });
  cluster.wait(15);
  expect(cluster.pods()).toHaveLength(2);
  cluster.wait(60);
  expect(states(cluster)).toEqual(['Failed Error', 'Failed Error', 'Failed Error']);
  expect(cluster.events('bad')).toContain('BackoffLimitExceeded: Job has reached the specified backoff limit');
});

test('a CronJob makes a Job every minute and keeps the last three', () => {
  const cluster = new Cluster({});
  const pod = {
    restartPolicy: 'OnFailure',
    containers: [{ name: 'job', image: 'busybox:1.36', command: ['sh', '-c', 'echo done'] }],
  };
  cluster.create('CronJob', 'batch/v1', '/apis/batch/v1/namespaces/default/cronjobs', 'tick', {
    spec: { schedule: '* * * * *', jobTemplate: { spec: { template: { spec: pod } } } },
  });
  cluster.wait(6 * 60 + 10);
  const jobs = cluster.ask('GET', '/apis/batch/v1/namespaces/default/jobs').body as {
    items: { status: { succeeded?: number } }[];
  };
  expect(jobs.items.map((j) => j.status.succeeded)).toEqual([1, 1, 1]);
});

test('a namespace is emptied before it goes', () => {
  const cluster = new Cluster({});
  cluster.create('Namespace', 'v1', '/api/v1/namespaces', 'team', {});
  cluster.wait(1);
  cluster.create('Pod', 'v1', '/api/v1/namespaces/team/pods', 'web', {
    spec: { containers: [{ name: 'app', image: 'nginx' }] },
  });
  cluster.wait(5);
  cluster.ask('DELETE', '/api/v1/namespaces/team');
  cluster.wait(40);
  expect(cluster.ask('GET', '/api/v1/namespaces/team').status).toBe(404);
});

test('a Secret of type service-account-token is filled, and its token is good', () => {
  const cluster = new Cluster({});
  cluster.create('Secret', 'v1', '/api/v1/namespaces/default/secrets', 'tok', {
    metadata: { name: 'tok', annotations: { 'kubernetes.io/service-account.name': 'default' } },
    type: 'kubernetes.io/service-account-token',
  });
  cluster.wait(1);
  const data = field(cluster.ask('GET', '/api/v1/namespaces/default/secrets/tok').body, 'data', 'token');
  const token = Buffer.from(String(data), 'base64').toString();
  const review = cluster.ask('POST', '/apis/authentication.k8s.io/v1/tokenreviews', { spec: { token } }).body;
  expect(field(review, 'status', 'user', 'username')).toBe('system:serviceaccount:default:default');
});
