import { expect, test } from 'vitest';
import { Cluster } from './cluster.ts';

const PODS = '/api/v1/namespaces/default/pods';

const start = (cluster: Cluster): void => {
  cluster.create('Pod', 'v1', PODS, 'web', {
    spec: {
      volumes: [
        { name: 'secrets', csi: { driver: 'secrets-store.csi.k8s.io', readOnly: true, volumeAttributes: { a: 'b' } } },
      ],
      containers: [
        { name: 'app', image: 'nginx:1.27', volumeMounts: [{ name: 'secrets', mountPath: '/mnt', readOnly: true }] },
      ],
    },
  });
};

test('a Pod waits for a CSI driver that is not on its node, and is told so', () => {
  const cluster = new Cluster({});
  start(cluster);
  cluster.wait(5);
  expect(cluster.pods()).toEqual(['web Pending ContainerCreating']);
  expect(cluster.events('web')).toContain(
    'FailedMount: MountVolume.NewMounter initialization failed for volume "secrets" : driver name secrets-store.csi.k8s.io not found in the list of registered CSI drivers',
  );
});

test('the kubelet asks the driver of its node with what it knows of the Pod', () => {
  const cluster = new Cluster({});
  start(cluster);
  cluster.wait(1);
  const asked = cluster.run.history.find((e) => e.kind === 'request' && e.path.startsWith('/csi.v1.Node/'));
  expect(asked).toMatchObject({
    path: '/csi.v1.Node/NodePublishVolume',
    body: {
      target_path: 'pods/default/web/secrets',
      readonly: true,
      volume_context: {
        a: 'b',
        'csi.storage.k8s.io/pod.name': 'web',
        'csi.storage.k8s.io/pod.namespace': 'default',
        'csi.storage.k8s.io/serviceAccount.name': 'default',
      },
    },
  });
});
