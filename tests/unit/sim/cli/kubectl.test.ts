import { describe, expect, test } from 'vitest';
import { complete } from '../../../../src/sim/cli/index.ts';
import { Console } from './console.ts';

describe('kubectl config', () => {
  test('a namespace of the context holds for what follows, and for completion', () => {
    const console = new Console();
    console.type('kubectl create namespace team; kubectl create serviceaccount web -n team');
    expect(console.type('kubectl config set-context --current --namespace=team').out).toBe(
      'Context "admin@kubernetes" modified.\n',
    );
    expect(console.type('kubectl get sa -o name').out).toBe('serviceaccount/default\nserviceaccount/web\n');
    expect(console.type('kubectl get sa -n default -o name').out).toBe('serviceaccount/default\n');
    expect(console.type('kubectl config get-contexts').out).toBe(
      'CURRENT   NAME               CLUSTER      AUTHINFO   NAMESPACE\n*         admin@kubernetes   kubernetes   admin      team\n',
    );
    expect(console.type('kubectl config view -o jsonpath={.contexts[0].context.namespace}').out).toBe('team');
    expect(complete('kubectl get sa w', 16, console.run.world)?.candidates).toEqual(['web']);
  });

  test.each([
    ['kubectl config use-context admin@kubernetes', 'Switched to context "admin@kubernetes".\n'],
    ['kubectl config use-context other', 'error: no context exists with the name: "other"\n'],
    ['kubectl config get-contexts other', 'error: context other not found\n'],
  ])('%s', (typed, text) => {
    const { out, err } = new Console().type(typed);
    expect(out + err).toBe(text);
  });
});

describe('kubectl auth', () => {
  test('whoami', () => {
    const console = new Console();
    console.type('kubectl create serviceaccount web');
    expect(console.type('kubectl auth whoami --as=system:serviceaccount:default:web').out).toBe(
      `ATTRIBUTE   VALUE
Username    system:serviceaccount:default:web
Groups      [system:serviceaccounts system:serviceaccounts:default system:authenticated]
`,
    );
  });

  test('can-i --list', () => {
    const console = new Console();
    console.type(`kubectl create role reader --verb=get,list --resource=pods,deployments.apps/scale
kubectl create rolebinding reader --role=reader --serviceaccount=default:web`);
    const { out } = console.type('kubectl auth can-i --list --as=system:serviceaccount:default:web');
    expect(out).toMatch(/^Resources +Non-Resource URLs +Resource Names +Verbs\n/);
    expect(out).toMatch(/^pods +\[\] +\[\] +\[get list\]$/m);
    expect(out).toMatch(/^deployments\.apps\/scale +\[\] +\[\] +\[get list\]$/m);
    expect(out).toMatch(/^ +\[\/healthz\] +\[\] +\[get\]$/m);
  });
});

describe('kubectl run', () => {
  test('makes a Pod', () => {
    const console = new Console();
    expect(console.type('kubectl run web --image=nginx --env=A=1 --port=80').out).toBe('pod/web created\n');
    expect(console.type('kubectl get pod -l run=web -o jsonpath={.items[*].spec.containers[0].env}').out).toBe(
      '[{"name":"A","value":"1"}]',
    );
  });

  test('shows what it prints, and deletes it', () => {
    const console = new Console();
    expect(
      console.type('kubectl run tmp --rm -i --restart=Never --image=busybox -- sh -c "echo hello; exit 0"').out,
    ).toBe('hello\npod "tmp" deleted from default namespace\n');
    const failing = console.type('kubectl run tmp2 -i --restart=Never --image=busybox -- sh -c "echo a; exit 3"');
    expect(failing).toMatchObject({ out: 'a\n', exit: 3 });
  });

  test.each([
    ['kubectl run x', 'error: required flag(s) "image" not set\n'],
    ['kubectl run x --image=a --rm', 'error: --rm should only be used for attached containers\n'],
    ['kubectl run x --image=a --restart=Maybe', 'error: invalid restart policy: Maybe\n'],
  ])('%s is refused', (typed, err) => {
    expect(new Console().type(typed)).toMatchObject({ err, exit: 1 });
  });
});

describe('kubectl set', () => {
  const prepared = (): Console => {
    const console = new Console();
    console.type('kubectl create deployment web --image=nginx:1');
    return console;
  };
  const container = 'kubectl get deploy web -o jsonpath={.spec.template.spec.containers[0]';

  test('image', () => {
    const console = prepared();
    expect(console.type('kubectl set image deployment/web nginx=nginx:2').out).toBe(
      'deployment.apps/web image updated\n',
    );
    expect(console.type(`${container}.image}`).out).toBe('nginx:2');
    expect(console.type('kubectl set image deployment/web nginx=nginx:2').out).toBe('');
    expect(console.type('kubectl set image deployment/web other=nginx:2').err).toBe(
      'error: unable to find container named "other"\n',
    );
  });

  test('env', () => {
    const console = prepared();
    expect(console.type('kubectl set env deployment/web A=1 B=2').out).toBe('deployment.apps/web env updated\n');
    console.type('kubectl set env deploy web A- C=x=y');
    expect(console.type('kubectl set env deployment/web --list').out).toBe(
      '# Deployment web, container nginx\nB=2\nC=x=y\n',
    );
  });
});

describe('-o go-template', () => {
  const console = new Console();
  console.type('kubectl create secret generic db --from-literal=password=geheim --from-literal=user=web');
  test.each([
    ['{{.data.password | base64decode}}', 'geheim'],
    ['{{range $k, $v := .data}}{{$k}}={{base64decode $v}}{{"\\n"}}{{end}}', 'password=geheim\nuser=web\n'],
    ['{{.none}} {{if exists .data "user"}}there{{end}}{{if exists .data "other"}}no{{end}}', '<no value> there'],
    ['{{index .metadata "name" | printf "%q"}}', '"db"'],
    ['{{len .data}}', '2'],
  ])('%s', (template, out) => {
    expect(console.type(`kubectl get secret db -o go-template='${template}'`)).toEqual({ out, err: '', exit: 0 });
  });

  test.each([
    ['{{.data', 'error: error parsing template {{.data, template: output:1: unclosed action\n'],
    [
      '{{.data.user.x}}',
      'error: error executing template "{{.data.user.x}}": template: output:1:7: executing "output" at <.data.user.x>: can\'t evaluate field x in type interface {}\n',
    ],
  ])('%s fails', (template, err) => {
    expect(console.type(`kubectl get secret db -o go-template='${template}'`)).toMatchObject({ err, exit: 1 });
  });
});
