import { SERVER } from '../client.ts';
import type { Command } from '../command.ts';

/** `kubectl cluster-info`. Source: kubectl: pkg/cmd/clusterinfo/clusterinfo.go; the colours of a terminal left out. */
export const clusterInfo: Command = {
  summary: 'Show the address of the control plane',
  usage: 'cluster-info',
  flags: {},
  *run({ client, flags, process }) {
    yield* client.request(
      'GET',
      '/api/v1/namespaces/kube-system/services?labelSelector=kubernetes.io/cluster-service%3Dtrue',
    );
    process.out(
      `Kubernetes control plane is running at ${flags.text('server') || SERVER}\n\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n`,
    );
    return 0;
  },
};
