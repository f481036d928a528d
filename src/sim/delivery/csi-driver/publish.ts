import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { FileContent, FileNames, RequestFailed, ResponseArrived, Spawned, Stamped } from '../../kernel/events.ts';
import { type KubeObject, part } from '../../kubernetes/api/object.ts';
import { collection, messageOf, requestOf } from '../../kubernetes/client/client.ts';
import type { PublishRequest, RpcError } from '../../kubernetes/kubelet/csi.ts';
import { actsOf } from '../act.ts';
import { line } from '../in-cluster.ts';
import { GROUP, MOUNT, type MountRequest, type MountResponse, type ProvidedFile, providerHost } from './names.ts';
import { podInfoOf } from './pod-info.ts';
import { createStatus, readStatus, updateStatus } from './pod-status.ts';

/**
 * One NodePublishVolume call: from a SecretProviderClass to files in a Pod's tmpfs. The first mount of a volume fails
 * with an error that the kubelet shows; a later one (rotation) hides its error and leaves the old files.
 * Source: secrets-store-csi-driver 1.6: pkg/secrets-store/nodeserver.go, pkg/secrets-store/utils.go.
 */
export interface PublishInput {
  readonly exchange: number;
  readonly request: PublishRequest;
  readonly token: string;
  readonly node: string;
  /** The volume is mounted already. */
  readonly remount: boolean;
}

/** What became of a call. */
export interface Published {
  readonly exchange: number;
  readonly target: string;
  readonly error: RpcError | null;
  readonly mounted: boolean;
  /** Files were written or removed. */
  readonly changed: boolean;
}

interface Context extends PublishInput {
  readonly attributes: Readonly<Record<string, string>>;
  readonly provider: string;
  readonly answer: MountResponse | null;
  /** Files of the volume as they are: by path, null while not read. */
  readonly old: Readonly<Record<string, string | null>>;
  readonly unread: readonly string[] | null;
  readonly found: KubeObject | null;
  readonly changed: boolean;
  readonly error: RpcError | null;
}

type Event = Stamped<ResponseArrived | RequestFailed | FileContent | FileNames>;

const unknown = (message: string): RpcError => ({ code: 'Unknown', message });

/** Mode of the mount, as JSON of Go's os.FileMode. */
const PERMISSION = '420';

const s = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as Spawned<PublishInput>,
    output: {} as Published,
  },
  guards: {
    failed: ({ context }) => context.error !== null,
    filesAreKnown: ({ context }) => context.unread?.length === 0,
    isThere: ({ event }) => event.type === 'http.response' && event.status === 409,
    succeeded: ({ event }) => event.type === 'http.response' && event.status < 300,
  },
  actions: { ...effects },
});

const act = actsOf(s.enqueueActions);

const podName = (c: Context): string => {
  const { namespace, name } = podInfoOf(c.request);
  return `${namespace}/${name}`;
};

const why = (event: Event): string =>
  event.type === 'http.response'
    ? messageOf(event.body)
    : event.type === 'http.failure'
      ? `the API server did not answer: ${event.reason}`
      : '';

const checkRequest = act((c) =>
  podInfoOf(c.request).className === '' ? { set: { error: unknown('secretProviderClass is not set') } } : {},
);

const readClass = act((c) => {
  const { namespace, className } = podInfoOf(c.request);
  const path = `${collection(GROUP, 'secretproviderclasses', namespace)}/${className}`;
  return { out: [{ type: 'request', params: requestOf('class', c.token, { method: 'GET', path }) }] };
});

const takeClass = act((c, event) => {
  const { namespace, className } = podInfoOf(c.request);
  if (event.type !== 'http.response' || event.status !== 200) {
    // The driver reads from its cache, which names the kind where the API server would name the resource.
    const missing = event.type === 'http.response' && event.status === 404;
    const text = missing ? `SecretProviderClass.${GROUP} "${className}" not found` : why(event);
    return {
      set: { error: unknown(`failed to get secretproviderclass ${namespace}/${className}, error: ${text}`) },
    };
  }
  const spec = part(event.body as Record<string, unknown>, 'spec');
  const parameters = part(spec, 'parameters') as Record<string, string>;
  const provider = String(spec.provider ?? '');
  if (provider === '') return { set: { error: unknown(`provider not set in ${namespace}/${className}`) } };
  if (Object.keys(parameters).length === 0)
    return { set: { error: unknown(`parameters not set in ${namespace}/${className}`) } };
  if (!c.request.readonly)
    return { set: { error: { code: 'InvalidArgument', message: 'Readonly is not true in request' } } };
  return { set: { provider, attributes: { ...parameters, ...c.request.volume_context } } };
});

const callProvider = act((c) => {
  const body: MountRequest = {
    attributes: JSON.stringify(c.attributes),
    target_path: c.request.target_path,
    permission: PERMISSION,
  };
  const to = `http://${providerHost(c.provider, c.node)}`;
  return { out: [{ type: 'request', params: { id: 'provider', to, method: 'POST', path: MOUNT, body } }] };
});

const takeAnswer = act((c, event) => {
  const failed = (text: string) => ({
    set: { error: unknown(`failed to mount secrets store objects for pod ${podName(c)}, err: ${text}`) },
  });
  const name = JSON.stringify(c.provider);
  if (event.type === 'http.failure')
    return failed(
      ['refused', 'no such host'].includes(event.reason)
        ? `error connecting to provider ${name}: provider not found: provider ${name}`
        : `rpc error: code = Unavailable desc = error reading from server: EOF`,
    );
  if (event.type !== 'http.response') return {};
  const { code, message } = event.body as Partial<RpcError>;
  if (code !== undefined) return failed(`rpc error: code = ${code} desc = ${message}`);
  return { set: { answer: event.body as MountResponse } };
});

const pathOf = (c: Context, file: ProvidedFile): string => `${c.request.target_path}/${file.path}`;

const lookAtFiles = act((c) => ({
  out: [{ type: 'list', params: { id: 'files', prefix: `${c.request.target_path}/` } }],
}));

const readFiles = act((_, event) =>
  event.type === 'file.names'
    ? {
        set: { unread: event.names },
        out: event.names.map((path): Effect => ({ type: 'read', params: { id: 'file', path } })),
      }
    : {},
);

const takeFile = act((c, event) =>
  event.type === 'file.content'
    ? {
        set: {
          old: { ...c.old, [event.path]: event.text },
          unread: (c.unread ?? []).filter((path) => path !== event.path),
        },
      }
    : {},
);

/** What is the same as before is not written again. */
const writeFiles = act((c) => {
  const files = c.answer?.files ?? [];
  const fresh = files.filter((file) => c.old[pathOf(c, file)] !== file.contents);
  const gone = Object.keys(c.old).filter((path) => !files.some((file) => pathOf(c, file) === path));
  return {
    set: { changed: fresh.length + gone.length > 0 },
    out: [
      ...fresh.map(
        (file): Effect => ({ type: 'write', params: { path: pathOf(c, file), text: file.contents, mode: file.mode } }),
      ),
      ...gone.map((path): Effect => ({ type: 'remove', params: { path } })),
    ],
  };
});

const versionsOf = (c: Context) => c.answer?.object_version ?? [];

const record = act((c) => {
  const call = createStatus(podInfoOf(c.request), c.request.target_path, c.node, versionsOf(c));
  return { out: [{ type: 'request', params: requestOf('status', c.token, call) }] };
});

const findStatus = act((c) => ({
  out: [{ type: 'request', params: requestOf('find status', c.token, readStatus(podInfoOf(c.request))) }],
}));

const replaceStatus = act((c, event) => {
  if (event.type !== 'http.response') return {};
  const found = event.body as KubeObject;
  const call = updateStatus(found, podInfoOf(c.request), c.request.target_path, c.node, versionsOf(c));
  return { set: { found }, out: [{ type: 'request', params: requestOf('replace status', c.token, call) }] };
});

const statusFailed = act((c, event) => ({
  set: {
    error: unknown(`failed to create secret provider class pod status for pod ${podName(c)}, err: ${why(event)}`),
  },
}));

/** The tmpfs of a first mount that failed goes away with what is in it. */
const undo = act((c) => ({
  out: c.remount
    ? []
    : (c.answer?.files ?? []).map((file): Effect => ({ type: 'remove', params: { path: pathOf(c, file) } })),
}));

const tellFailure = act((c) => ({
  out: [
    line(
      `"failed to mount secrets store object content" err=${JSON.stringify(c.error?.message ?? '')} pod="${podName(c)}" isRemountRequest=${c.remount}`,
      'error',
    ),
  ],
}));

const tellSuccess = act((c) => ({
  out: [line(`"node publish volume complete" targetPath="${c.request.target_path}" pod="${podName(c)}"`)],
}));

/** The statechart of `secrets-store/publish`. */
export const publishMachine = s.createMachine({
  id: 'secrets-store/publish',
  context: ({ input }) => ({
    exchange: input.exchange,
    request: input.request,
    token: input.token,
    node: input.node,
    remount: input.remount,
    attributes: {},
    provider: '',
    answer: null,
    old: {},
    unread: null,
    found: null,
    changed: false,
    error: null,
  }),
  initial: 'checkingRequest',
  states: {
    checkingRequest: {
      entry: checkRequest,
      always: [{ guard: 'failed', target: 'refused' }, { target: 'readingClass' }],
    },
    readingClass: {
      entry: readClass,
      on: {
        'http.response': { target: 'classRead', actions: takeClass },
        'http.failure': { target: 'classRead', actions: takeClass },
      },
    },
    classRead: { always: [{ guard: 'failed', target: 'refused' }, { target: 'callingProvider' }] },
    callingProvider: {
      entry: callProvider,
      on: {
        'http.response': { target: 'providerAnswered', actions: takeAnswer },
        'http.failure': { target: 'providerAnswered', actions: takeAnswer },
      },
    },
    providerAnswered: { always: [{ guard: 'failed', target: 'refused' }, { target: 'comparingFiles' }] },
    comparingFiles: {
      entry: lookAtFiles,
      always: { guard: 'filesAreKnown', target: 'writingFiles' },
      on: { 'file.names': { actions: readFiles }, 'file.content': { actions: takeFile } },
    },
    writingFiles: { entry: writeFiles, always: 'recordingStatus' },
    recordingStatus: {
      entry: record,
      on: {
        'http.response': [
          { guard: 'isThere', target: 'findingStatus' },
          { guard: 'succeeded', target: 'mounted' },
          { target: 'refused', actions: [statusFailed, undo] },
        ],
        'http.failure': { target: 'refused', actions: [statusFailed, undo] },
      },
    },
    findingStatus: {
      entry: findStatus,
      on: {
        'http.response': [
          { guard: 'succeeded', target: 'replacingStatus', actions: replaceStatus },
          { target: 'refused', actions: [statusFailed, undo] },
        ],
        'http.failure': { target: 'refused', actions: [statusFailed, undo] },
      },
    },
    replacingStatus: {
      on: {
        'http.response': [
          { guard: 'succeeded', target: 'mounted' },
          { target: 'refused', actions: [statusFailed, undo] },
        ],
        'http.failure': { target: 'refused', actions: [statusFailed, undo] },
      },
    },
    mounted: { entry: tellSuccess, type: 'final' },
    refused: { entry: tellFailure, type: 'final' },
  },
  output: ({ context: c }) => ({
    exchange: c.exchange,
    target: c.request.target_path,
    // The kubelet unmounts what reports an error, so a remount never does (kubernetes issue 121271).
    error: c.remount ? null : c.error,
    mounted: c.remount || c.error === null,
    changed: c.changed,
  }),
});
