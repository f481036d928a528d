/** Deployments and Jobs. Source: kubectl: pkg/cmd/create/create_{deployment,job}.go. */
import { kindNamed } from '../../../../kubernetes/kinds/index.ts';
import type { Run } from '../../../program.ts';
import type { Call } from '../../command.ts';
import { failed } from '../../failure.ts';
import { pathOf } from '../../mapper.ts';
import { at, type Json, nameOf, textAt } from '../../objects/json.ts';
import { type Maker, plain } from './maker.ts';

/** `registry/app:1` and `registry/app@sha256:…` give `app`. */
const containerName = (image: string): string =>
  (image.split('/').at(-1) ?? '')
    .split(/[:@]/)[0]
    ?.replace(/[^a-z0-9-]/gi, '-')
    .toLowerCase() ?? '';

const commandOf = ({ args, beforeDash }: Call): readonly string[] =>
  beforeDash === null ? [] : args.slice(beforeDash);

const deployment = (call: Call, name: string): Json => {
  const images = call.flags.list('image');
  if (images.length === 0) throw failed('required flag(s) "image" not set');
  const command = commandOf(call);
  if (images.length > 1 && command.length > 0) throw failed('cannot specify multiple --image options and command');
  const port = call.flags.int('port');
  const labels = { app: name };
  return {
    metadata: { name, namespace: call.namespace, labels },
    spec: {
      replicas: call.flags.int('replicas'),
      selector: { matchLabels: labels },
      strategy: {},
      template: {
        metadata: { labels },
        spec: {
          containers: images.map((image) => ({
            image,
            name: containerName(image),
            ...(command.length > 0 && { command }),
            ...(port > 0 && { ports: [{ containerPort: port }] }),
            resources: {},
          })),
        },
      },
    },
    status: {},
  };
};

function* job(call: Call, name: string): Run<Json> {
  const { flags } = call;
  const [from, image] = [flags.text('from'), flags.text('image')];
  if ((from === '') === (image === '')) throw failed('either --image or --from must be specified');
  if (from === '') {
    const command = commandOf(call);
    const container = { image, name, ...(command.length > 0 && { command }), resources: {} };
    return {
      spec: { template: { metadata: {}, spec: { containers: [container], restartPolicy: 'Never' } } },
      status: {},
    };
  }
  const kind = kindNamed('batch', 'CronJob');
  const [type, cronJob = ''] = from.split('/');
  if (!kind || !/^(cronjobs?|cj)(\.batch)?$/.test(type ?? ''))
    throw failed(`from must be an existing cronjob: invalid resource type ${JSON.stringify(type)}`);
  const owner = (yield* call.client.request('GET', pathOf(kind, call.namespace, cronJob))) as Json;
  const template = at(owner, 'spec', 'jobTemplate');
  const reference = {
    apiVersion: 'batch/v1',
    controller: true,
    kind: 'CronJob',
    name: nameOf(owner),
    uid: textAt(owner, 'metadata', 'uid'),
  };
  return {
    metadata: {
      name,
      namespace: call.namespace,
      labels: at(template, 'metadata', 'labels'),
      annotations: { 'cronjob.kubernetes.io/instantiate': 'manual', ...at(template, 'metadata', 'annotations') },
      ownerReferences: [reference],
    },
    spec: at(template, 'spec'),
  };
}

export const workloadMakers: readonly Maker[] = [
  {
    group: 'apps',
    kind: 'Deployment',
    word: 'deployment',
    short: 'deploy',
    flags: {
      image: { kind: 'list', help: 'Image of the container; may be repeated' },
      replicas: { kind: 'int', short: 'r', otherwise: '1', help: 'Number of Pods' },
      port: { kind: 'int', otherwise: '-1', help: 'Port of the container' },
    },
    fields: plain(deployment),
    failing: 'failed to create deployment: ',
    takesCommand: true,
  },
  {
    group: 'batch',
    kind: 'Job',
    word: 'job',
    flags: {
      image: { kind: 'text', help: 'Image of the container' },
      from: { kind: 'text', help: 'CronJob to take the template of' },
    },
    fields: job,
    failing: 'failed to create job: ',
    takesCommand: true,
  },
];
