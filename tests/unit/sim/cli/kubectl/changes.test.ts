import { expect, test } from 'vitest';
import { Console } from '../console.ts';

const OBJECTS = `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, labels: {app: web}}
data: {a: b, c: d}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: app, image: "nginx:1"}]}
`;

const lab = (files: Record<string, string> = {}): Console => {
  const console = new Console({ 'all.yaml': OBJECTS, ...files });
  console.type('kubectl apply -f all.yaml');
  console.wait(10);
  return console;
};

test('replace leaves nothing of the old object, and refuses one that is not there', () => {
  const console = lab({ 'new.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {a: x}\n' });
  expect(console.type('kubectl replace -f new.yaml').out).toBe('configmap/settings replaced\n');
  expect(console.type("kubectl get cm settings -o jsonpath='{.data}'").out).toBe('{"a":"x"}');
  console.type('kubectl delete cm settings');
  expect(console.type('kubectl replace -f new.yaml').err).toBe(
    'Error from server (NotFound): error when replacing "new.yaml": configmaps "settings" not found\n',
  );
});

test('a paused Deployment is not restarted until it is resumed', () => {
  const console = lab();
  expect(console.type('kubectl rollout pause deploy web').out).toBe('deployment.apps/web paused\n');
  expect(console.type('kubectl rollout pause deploy web').err).toBe(
    'error: deployments.apps "web" is already paused\n',
  );
  expect(console.type('kubectl rollout restart deploy web').err).toContain("can't restart paused deployment");
  expect(console.type('kubectl rollout resume deploy web').out).toBe('deployment.apps/web resumed\n');
  expect(console.type('kubectl rollout restart deploy web').out).toBe('deployment.apps/web restarted\n');
});

test('a name beside a selector deletes nothing', () => {
  const console = lab();
  expect(console.type('kubectl delete cm settings -l app=web')).toMatchObject({
    err: 'error: name cannot be provided when a selector is specified\n',
    exit: 1,
  });
  expect(console.type('kubectl get cm settings -o name').out).toBe('configmap/settings\n');
});

test('labels are listed, and the same one is not set and taken away at once', () => {
  const console = lab();
  expect(console.type('kubectl label cm settings --list').out).toBe('app=web\n');
  expect(console.type('kubectl label cm settings a=b a-').err).toBe(
    'error: can not both modify and remove the following label(s) in the same command: a\n',
  );
});

test('a restart without a name restarts every workload of the kind', () => {
  const console = lab({ 'second.yaml': (OBJECTS.split('---\n')[1] ?? '').replace('name: web', 'name: api') });
  console.type('kubectl apply -f second.yaml');
  expect(console.type('kubectl rollout restart deploy').out).toBe(
    'deployment.apps/api restarted\ndeployment.apps/web restarted\n',
  );
});
