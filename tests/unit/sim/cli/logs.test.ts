import { expect, test } from 'vitest';
import { Console } from './console.ts';

const CRASHING = `
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: app
      image: busybox:1.36
      command: [sh, -c, "echo started; sleep 5; echo gives up; exit 3"]
`;

test('logs are those of the last start, logs --previous those of the one before', () => {
  const console = new Console({ 'pod.yaml': CRASHING });
  console.type('kubectl apply -f pod.yaml');
  console.wait(3);
  expect(console.type('kubectl logs web')).toMatchObject({ out: 'started\n', exit: 0 });
  expect(console.type('kubectl logs -p web')).toEqual({
    out: '',
    err: 'Error from server (BadRequest): previous terminated container "app" in pod "web" not found\n',
    exit: 1,
  });
  console.type('until kubectl get pod web | grep -q CrashLoopBackOff; do sleep 1; done');
  expect(console.type('kubectl logs web').out).toBe('started\ngives up\n');
  expect(console.type('kubectl logs web -p').out).toBe('started\ngives up\n');
  console.type('until kubectl get pod web | grep -q Running; do sleep 1; done');
  expect(console.type('kubectl logs web').out).toBe('started\n');
  expect(console.type('kubectl logs --previous web').out).toBe('started\ngives up\n');
});
