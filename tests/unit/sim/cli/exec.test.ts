import { beforeAll, describe, expect, test } from 'vitest';
import { Console } from './console.ts';

let console: Console;
const IN = 'kubectl exec deployment/web';
beforeAll(() => {
  console = new Console();
  console.type('kubectl create deployment web --image=nginx && kubectl rollout status deployment/web');
});

describe('kubectl exec', () => {
  test('runs where the Pod is: with its files, its variables and its way to the network', () => {
    const account = '/var/run/secrets/kubernetes.io/serviceaccount';
    expect(console.type(`${IN} -- cat ${account}/namespace`).out).toBe('default');
    expect(console.type(`${IN} -- ls ${account}`).out).toBe('ca.crt\nnamespace\ntoken\n');
    expect(console.type(`${IN} -- printenv KUBERNETES_SERVICE_PORT`).out).toBe('443\n');
    const asked = console.type(
      `${IN} -- sh -c 'curl -sk -H "Authorization: Bearer $(cat ${account}/token)" https://kubernetes.default.svc/api/v1/pods'`,
    );
    expect(asked.out).toContain('system:serviceaccount:default:default');
    const own = console.run.history.findLast((e) => e.kind === 'request' && e.path === '/api/v1/pods');
    expect(own?.kind === 'request' && own.place).toMatch(/^pods\/default\/web-/);
  });

  test('keeps what a command writes, for the next one too', () => {
    console.type(`${IN} -- sh -c 'echo kept > /tmp/x'`);
    expect(console.type(`${IN} -- cat /tmp/x`).out).toBe('kept\n');
    expect(console.file('/tmp/x')).toBeUndefined();
  });

  test('passes standard input, both outputs and the exit code on', () => {
    expect(console.type(`echo 'echo in; echo out >&2; false' | ${IN} -i -- sh`)).toEqual({
      out: 'in\n',
      err: 'out\ncommand terminated with exit code 1\n',
      exit: 1,
    });
  });

  test('lets virtual time pass while a command sleeps', () => {
    const before = console.run.now;
    expect(console.type(`${IN} -- sleep 300`).exit).toBe(0);
    expect(console.run.now - before).toBeGreaterThanOrEqual(300_000);
  });

  test.each([
    ['-- nope', 'executable file not found in $PATH'],
    ['-c other -- ls', 'container other not found in pod'],
    ['ls', 'is not supported anymore'],
    ['--', 'you must specify at least one command'],
  ])('says what is wrong with %s', (rest, text) => {
    const { err, exit } = console.type(`${IN} ${rest}`);
    expect(err).toContain(text);
    expect(exit).toBe(1);
  });

  test('needs the right to create pods/exec', () => {
    console.type('kubectl create clusterrolebinding v --clusterrole=view --user=reader');
    expect(console.type(`${IN} --as=reader -- ls`).err).toContain('cannot create resource "pods/exec"');
  });

  test('finds no container that does not run', () => {
    console.type('kubectl create job done --image=busybox -- true && kubectl wait --for=condition=complete job/done');
    expect(console.type('kubectl exec job/done -- ls').err).toContain('completed pod; current phase is Succeeded');
  });
});

describe('curl', () => {
  test.each([
    [`-s -H 'X-Vault-Token: root' http://vault:8200/v1/sys/mounts -o /dev/null -w '%{http_code}'`, '200', 0],
    [
      `-s -X PUT -H 'X-Vault-Token: root' -d '{"policy":""}' http://vault:8200/v1/sys/policies/acl/a`,
      '{"errors":["\'policy\' parameter not supplied or empty"]}\n',
      0,
    ],
    ['-sf http://vault:8200/v1/sys/mounts', '', 22],
    ['-s http://nowhere', '', 6],
    ['-s http://vault:1', '', 7],
    ['-s https://kubernetes.default.svc/version', '', 60],
  ])('%s', (args, out, exit) => {
    expect(console.type(`curl ${args}`)).toMatchObject({ out, exit });
  });
});
