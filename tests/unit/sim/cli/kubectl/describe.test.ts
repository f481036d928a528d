import { expect, test } from 'vitest';
import { Console } from '../console.ts';

const OBJECTS = `
apiVersion: v1
kind: Secret
metadata: {name: db}
stringData: {user: bob, password: s3cret}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader}
rules:
  - {apiGroups: ["", apps], resources: [pods, deployments], verbs: [get, list]}
  - {apiGroups: [""], resources: [secrets], resourceNames: [db], verbs: [get]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: app
          image: nginx:1
          envFrom: [{secretRef: {name: db}}]
          env: [{name: POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
          readinessProbe: {httpGet: {path: /ready, port: 80}}
`;

const told = (command: string): string => {
  const console = new Console({ 'all.yaml': OBJECTS });
  console.type('kubectl apply -f all.yaml');
  console.wait(20);
  return console.type(command).out;
};

test('a Secret is described with sizes, never with values', () => {
  const text = told('kubectl describe secret db');
  expect(text).toContain('\nType:  Opaque\n\nData\n====\npassword:  6 bytes\nuser:      3 bytes\n');
  expect(text).not.toContain('s3cret');
});

test('a Role is described by its resources, one a line, with all verbs of each', () => {
  expect(told('kubectl describe role reader')).toContain(
    `PolicyRule:
  Resources         Non-Resource URLs  Resource Names  Verbs
  ---------         -----------------  --------------  -----
  deployments       []                 []              [get list]
  pods              []                 []              [get list]
  deployments.apps  []                 []              [get list]
  pods.apps         []                 []              [get list]
  secrets           []                 [db]            [get]
`,
  );
});

test('a Deployment is described with its template, conditions and ReplicaSets', () => {
  const text = told('kubectl describe deployment web');
  expect(text).toMatch(/\nReplicas: +2 desired \| 2 updated \| 2 total \| \d available \| \d unavailable\n/);
  expect(text).toContain(
    '\n    Readiness:  http-get http://:80/ready delay=0s timeout=1s period=10s #success=1 #failure=3\n',
  );
  expect(text).toMatch(/\nOldReplicaSets: +<none>\nNewReplicaSet: +web-\w+ \(2\/2 replicas created\)\n/);
});

test('a Pod’s description resolves its own fields, and a prefix of names describes all that begin so', () => {
  const text = told('kubectl describe pod web-');
  expect(text.match(/^Name: +web-/gm)).toHaveLength(2);
  expect(text).toMatch(/\n {4}Environment Variables from:\n {6}db +Secret +Optional: false\n/);
  expect(text).toMatch(/\n {6}POD: +web-\w+-\w+ \(v1:metadata\.name\)\n/);
});

test('events are told the oldest first, and those of one object alone', () => {
  const text = told('kubectl events --for deployment/web');
  expect(text).toMatch(
    /^LAST SEEN +TYPE +REASON +OBJECT +MESSAGE\n20s +Normal +ScalingReplicaSet +Deployment\/web +Scaled up /,
  );
  expect(text).not.toContain('Pod/');
  expect(told('kubectl events --types=Warning')).toBe('');
});
