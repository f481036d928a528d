import { expect, test } from 'vitest';
import { Console } from '../console.ts';

const POD = `
apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec:
  containers:
    - {name: app, image: "busybox:1.36", command: [sh, -c, "echo early; sleep 30; echo late; sleep 1000"]}
`;

test('logs can be cut by time, by bytes, and show when each line was printed', () => {
  const console = new Console({ 'pod.yaml': POD });
  console.type('kubectl apply -f pod.yaml');
  console.wait(45);
  expect(console.type('kubectl logs web').out).toBe('early\nlate\n');
  expect(console.type('kubectl logs web --since=20s').out).toBe('late\n');
  expect(console.type('kubectl logs web --limit-bytes=3').out).toBe('ear');
  expect(console.type('kubectl logs web --tail=1 --timestamps').out).toMatch(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z late\n$/,
  );
});

test('flags of logs that do not go together are refused as kubectl refuses them', () => {
  const console = new Console({});
  const refused = (command: string): string => console.type(command).err;
  expect(refused('kubectl logs')).toMatch(
    /^error: expected 'logs .*\n.*\nSee 'kubectl logs -h' for help and examples\n$/,
  );
  expect(refused('kubectl logs -l app=nosuch')).toBe('No resources found in default namespace.\n');
  expect(refused('kubectl logs web -l app=web')).toMatch(/^error: only a selector \(-l\) or a POD name is allowed\n/);
});
