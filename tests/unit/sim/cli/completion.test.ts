import { beforeAll, expect, test } from 'vitest';
import { complete } from '../../../../src/sim/cli/index.ts';
import { Console } from './console.ts';

let console: Console;
beforeAll(() => {
  console = new Console({ 'app.yaml': '', 'policies/app.hcl': '', 'policies/web.hcl': '' });
  console.type(
    [
      'vault auth enable kubernetes',
      'vault write auth/kubernetes/config kubernetes_host=https://kubernetes.default.svc',
      'vault write auth/kubernetes/role/web bound_service_account_names=web bound_service_account_namespaces=app',
      'vault kv put secret/app/config a=1',
      'vault kv put secret/apple a=1',
      'kubectl create namespace app',
      'kubectl create sa web -n app',
      'kubectl create deployment web --image=nginx -n app',
      'kubectl rollout status deployment/web -n app',
    ].join(' && '),
  );
});

const at = (line: string): readonly string[] => complete(line, line.length, console.run.world)?.candidates ?? [];

test.each([
  ['va', ['vault']],
  ['vault sta', ['status']],
  ['vault policy ', ['delete', 'fmt', 'list', 'read', 'write']],
  ['vault policy read d', ['default']],
  ['vault token create -po', ['-policy-override', '-policy=']],
  ['vault read -format=j', ['-format=json']],
  ['vault write auth/k', ['auth/kubernetes/']],
  ['vault write auth/kubernetes/', ['auth/kubernetes/config', 'auth/kubernetes/login', 'auth/kubernetes/role/']],
  ['vault read auth/kubernetes/role/', ['auth/kubernetes/role/web']],
  ['vault write auth/kubernetes/role/web token_t', ['token_ttl=', 'token_type=']],
  ['vault kv get secret/app', ['secret/app/', 'secret/apple']],
  ['vault kv get secret/app/', ['secret/app/config']],
  ['vault secrets disable s', ['secret/', 'sys/']],
  ['vault policy write app policies/', ['policies/app.hcl', 'policies/web.hcl']],
  ['echo hi | grep x | va', ['vault']],
  ['echo $VAULT_A', ['$VAULT_ADDR']],
  ['VAULT_TOKEN=x vault sta', ['status']],
  ['cat po', ['policies/']],
  ['kubectl rol', ['rollout']],
  ['kubectl rollout ', ['history', 'pause', 'restart', 'resume', 'status', 'undo']],
  ['kubectl get deploym', ['deployments']],
  ['kubectl get deployments -n app ', ['web']],
  ['kubectl -n app describe sa ', ['default', 'web']],
  ['kubectl get pods -n a', ['app']],
  ['kubectl get pods --namespace=a', ['--namespace=app']],
  ['kubectl apply -f a', ['app.yaml']],
  ['kubectl rollout status deployment/ -n app'.slice(0, 34), []],
  ['kubectl -n app rollout restart deployment/', ['deployment/web']],
  ['kubectl create token -n app ', ['default', 'web']],
  ['kubectl wait --for=con', ['--for=condition=']],
  ['kubectl exec web -- c', []],
])('%s', (line, wanted) => {
  expect(at(line)).toEqual(wanted);
});

test('names of Pods and of their containers', () => {
  const [pod = ''] = at('kubectl -n app logs web-');
  expect(pod).toMatch(/^web-/);
  expect(at(`kubectl -n app logs ${pod} -c `)).toEqual(['nginx']);
});

test('the word begins behind the cursor’s blank, and inside quotes', () => {
  expect(complete('vault kv get "secret/apple', 26, console.run.world)).toEqual({
    start: 14,
    candidates: ['secret/apple'],
  });
  expect(complete('vault sta rest', 9, console.run.world)?.start).toBe(6);
});

test('nothing in the world changes', () => {
  const before = console.run.world;
  at('vault read secret/data/');
  at('kubectl get pods ');
  expect(console.run.world).toBe(before);
});
