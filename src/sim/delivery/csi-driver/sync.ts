import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { FileContent, FileNames, RequestFailed, ResponseArrived, Spawned, Stamped } from '../../kernel/events.ts';
import { type KubeObject, nameOf, namespaceOf, type OwnerReference, part } from '../../kubernetes/api/object.ts';
import { collection, MERGE_PATCH, messageOf, requestOf } from '../../kubernetes/client/client.ts';
import { type Told, tell } from '../../kubernetes/client/events.ts';
import { actsOf } from '../act.ts';
import { line } from '../in-cluster.ts';
import { GROUP } from './names.ts';
import { invalidObject, type SecretObject, secretFrom } from './synced-secret.ts';

/**
 * Makes Secrets out of what is mounted (`secretObjects`) and keeps them up to date, as long as the Pod has it mounted.
 * Source: secrets-store-csi-driver 1.6: controllers/secretproviderclasspodstatus_controller.go.
 */
export interface SyncInput {
  readonly token: string;
  /** The SecretProviderClassPodStatus. */
  readonly object: KubeObject;
}

interface Context extends SyncInput {
  readonly pod: KubeObject | null;
  readonly objects: readonly SecretObject[];
  readonly files: Readonly<Record<string, string>>;
  readonly unread: readonly string[] | null;
  /** Index of the entry that is written. */
  readonly at: number;
  /** Writes of the present entry that failed. */
  readonly tries: number;
  /** Rounds in a row that ended in an error. */
  readonly failures: number;
  /** Something changed while a round was under way. */
  readonly stale: boolean;
  readonly told: Told;
  readonly notes: number;
}

type Event = Stamped<
  | ResponseArrived
  | RequestFailed
  | FileContent
  | FileNames
  | { readonly type: 'status.changed'; readonly object: KubeObject }
>;

/** Writes of one Secret before the round is given up (ExponentialBackoff: 5 steps, 1 ms). */
const WRITES = 5;
/** The text of wait.ErrWaitTimeout (k8s.io/apimachinery: pkg/util/wait). */
const GAVE_UP = 'timed out waiting for the condition';
const FORBIDDEN =
  'The secret operation failed with forbidden error. If you installed the CSI driver using helm, ensure syncSecret.enabled=true is set.';

const s = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Spawned<SyncInput> },
  guards: {
    ok: ({ event }) => event.type === 'http.response' && event.status < 300,
    isThere: ({ event }) => event.type === 'http.response' && event.status === 409,
    podLeaves: ({ context: { pod } }) =>
      pod?.metadata.deletionTimestamp !== undefined ||
      ['Succeeded', 'Failed'].includes(String(part(pod ?? {}, 'status').phase)),
    hasNothingToSync: ({ context }) => context.objects.length === 0,
    filesAreKnown: ({ context }) => context.unread?.length === 0,
    allAreWritten: ({ context }) => context.at >= context.objects.length,
    isUnusable: ({ context }) => 'error' in manifestOf(context),
    mayTryAgain: ({ context }) => context.tries < WRITES - 1,
    isStale: ({ context }) => context.stale,
  },
  delays: {
    // controller-runtime: 5 ms, doubled up to 1000 s.
    backoff: ({ context }) => Math.min(1_000_000, 5 * 2 ** context.failures),
  },
  actions: { ...effects },
});

const act = actsOf(s.enqueueActions);

const statusOf = (c: Context): Record<string, string> => part(c.object, 'status') as Record<string, string>;
const namespaceOfStatus = (c: Context): string => namespaceOf(c.object);

const manifestOf = (c: Context): { manifest: object } | { error: string; told: boolean } => {
  const object = c.objects[c.at] ?? {};
  const invalid = invalidObject(object);
  // An entry that is incomplete is only logged; one whose content is missing is told to the Pod.
  if (invalid !== null) return { error: invalid, told: false };
  const made = secretFrom(object, namespaceOfStatus(c), c.files);
  return 'error' in made ? { error: made.error, told: true } : made;
};

const get = (c: Context, id: string, path: string): Effect => ({
  type: 'request',
  params: requestOf(id, c.token, { method: 'GET', path }),
});

const warn = (c: Context, message: string, wall: number): { set: Partial<Context>; out: Effect[] } => {
  if (!c.pod) return { set: {}, out: [] };
  const { call, told } = tell(
    c.told,
    { kind: 'Pod', apiVersion: 'v1', object: c.pod },
    { type: 'Warning', reason: 'FailedToCreateSecret', message },
    { component: 'csi-secrets-store-controller' },
    wall,
  );
  return {
    set: { told, notes: c.notes + 1 },
    out: [{ type: 'request', params: requestOf(`event ${c.notes}`, c.token, call) }],
  };
};

const readPod = act((c) => ({
  set: { stale: false, at: 0, tries: 0, unread: null, files: {} },
  out: [get(c, 'pod', `${collection('', 'pods', namespaceOfStatus(c))}/${statusOf(c).podName}`)],
}));
const takePod = act((_, event) => (event.type === 'http.response' ? { set: { pod: event.body as KubeObject } } : {}));

const readClass = act((c) => ({
  out: [
    get(
      c,
      'class',
      `${collection(GROUP, 'secretproviderclasses', namespaceOfStatus(c))}/${statusOf(c).secretProviderClassName}`,
    ),
  ],
}));
const takeClass = act((_, event) => {
  if (event.type !== 'http.response') return {};
  const { secretObjects } = part(event.body as Record<string, unknown>, 'spec');
  return { set: { objects: Array.isArray(secretObjects) ? (secretObjects as SecretObject[]) : [] } };
});

const lookAtFiles = act((c) => ({
  out: [{ type: 'list', params: { id: 'files', prefix: `${statusOf(c).targetPath}/` } }],
}));
const readFiles = act((_, event) =>
  event.type === 'file.names'
    ? {
        set: { unread: event.names },
        out: event.names.map((path): Effect => ({ type: 'read', params: { id: 'file', path } })),
      }
    : {},
);
const takeFile = act((c, event) => {
  if (event.type !== 'file.content') return {};
  const name = event.path.slice(`${statusOf(c).targetPath}/`.length);
  return {
    set: {
      unread: (c.unread ?? []).filter((path) => path !== event.path),
      ...(event.text !== null && { files: { ...c.files, [name]: event.text } }),
    },
  };
});

const secretPath = (c: Context): string => collection('', 'secrets', namespaceOfStatus(c));
const nameAt = (c: Context): string => (c.objects[c.at]?.secretName ?? '').trim();

const create = act((c) => {
  const made = manifestOf(c);
  if ('error' in made) return {};
  const call = { method: 'POST', path: secretPath(c), body: made.manifest } as const;
  return { out: [{ type: 'request', params: requestOf('create', c.token, call) }] };
});
const update = act((c) => {
  const made = manifestOf(c);
  if ('error' in made) return {};
  const call = { method: 'PUT', path: `${secretPath(c)}/${nameAt(c)}`, body: made.manifest } as const;
  return { out: [{ type: 'request', params: requestOf('update', c.token, call) }] };
});
const next = act((c) => ({ set: { at: c.at + 1, tries: 0 } }));

const skip = act((c, event) => {
  const made = manifestOf(c);
  if (!('error' in made) || !made.told)
    return {
      out: 'error' in made ? [line(`"failed to validate secret object in spc" err="${made.error}"`, 'error')] : [],
    };
  const text = `failed to get data in spc ${namespaceOfStatus(c)}/${statusOf(c).secretProviderClassName} for secret ${nameAt(c)}, err: ${made.error}`;
  return warn(c, text, event.wall);
});

const noteFailure = act((c, event) => {
  const text = event.type === 'http.response' ? messageOf(event.body) : 'no answer';
  const forbidden = event.type === 'http.response' && event.status === 403;
  return {
    set: { tries: c.tries + 1 },
    out: [
      line(
        `"failed to create Kubernetes secret" err=${JSON.stringify(text)} secret="${namespaceOfStatus(c)}/${nameAt(c)}"`,
        'error',
      ),
      ...(forbidden ? [line(FORBIDDEN, 'warn')] : []),
    ],
  };
});
const giveUp = act((c, event) => warn(c, GAVE_UP, event.wall));
const countFailure = act((c) => ({ set: { failures: c.failures + 1 } }));
const forgetFailures = act(() => ({ set: { failures: 0 } }));

/** Owners of the Pod become owners of the Secret, so that it goes when they go. */
const adopt = act((c) => {
  const owners = (c.pod?.metadata.ownerReferences ?? []).map(({ apiVersion, kind, name, uid }) => ({
    apiVersion,
    kind,
    name,
    uid,
  }));
  const own: OwnerReference = {
    apiVersion: `${GROUP}/v1`,
    kind: 'SecretProviderClassPodStatus',
    name: nameOf(c.object),
    uid: c.object.metadata.uid ?? '',
  };
  const ownerReferences = owners.length > 0 ? owners : [own];
  return {
    out: c.objects.map((object, i): Effect => {
      const path = `${secretPath(c)}/${(object.secretName ?? '').trim()}`;
      const body = { metadata: { ownerReferences } };
      return {
        type: 'request',
        params: requestOf(`adopt ${i}`, c.token, { method: 'PATCH', path, contentType: MERGE_PATCH, body }),
      };
    }),
  };
});

const again = { target: '#sync.readingPod' } as const;

/** The statechart of `secrets-store/sync`. */
export const syncMachine = s.createMachine({
  id: 'sync',
  context: ({ input }) => ({
    token: input.token,
    object: input.object,
    pod: null,
    objects: [],
    files: {},
    unread: null,
    at: 0,
    tries: 0,
    failures: 0,
    stale: false,
    told: {},
    notes: 0,
  }),
  on: {
    'status.changed': {
      actions: s.assign({
        object: ({ context, event }) => (event.type === 'status.changed' ? event.object : context.object),
        stale: true,
      }),
    },
  },
  initial: 'readingPod',
  states: {
    readingPod: {
      entry: readPod,
      on: {
        'http.response': [{ guard: 'ok', target: 'podRead', actions: takePod }, { target: 'waiting' }],
        'http.failure': 'waiting',
      },
    },
    podRead: { always: [{ guard: 'podLeaves', target: 'idle' }, { target: 'readingClass' }] },
    readingClass: {
      entry: readClass,
      on: {
        'http.response': [{ guard: 'ok', target: 'classRead', actions: takeClass }, { target: 'waiting' }],
        'http.failure': 'waiting',
      },
    },
    classRead: { always: [{ guard: 'hasNothingToSync', target: 'idle' }, { target: 'readingMountedFiles' }] },
    readingMountedFiles: {
      entry: lookAtFiles,
      always: { guard: 'filesAreKnown', target: 'choosingSecret' },
      on: { 'file.names': { actions: readFiles }, 'file.content': { actions: takeFile } },
    },
    choosingSecret: {
      always: [
        { guard: 'allAreWritten', target: 'waitingForPatcher' },
        { guard: 'isUnusable', target: 'choosingSecret', actions: [skip, next], reenter: true },
        { target: 'creatingSecret' },
      ],
    },
    creatingSecret: {
      entry: create,
      on: {
        'http.response': [
          { guard: ({ event }) => event.id !== 'create' },
          { guard: 'ok', target: 'choosingSecret', actions: next },
          { guard: 'isThere', target: 'updatingSecret' },
          { guard: 'mayTryAgain', target: 'pausing', actions: noteFailure },
          { target: 'backingOff', actions: [noteFailure, giveUp, countFailure] },
        ],
        'http.failure': { target: 'backingOff', actions: [noteFailure, giveUp, countFailure] },
      },
    },
    pausing: { after: { 1: 'creatingSecret' } },
    updatingSecret: {
      entry: update,
      on: {
        'http.response': [
          { guard: ({ event }) => event.id !== 'update' },
          { guard: 'ok', target: 'choosingSecret', actions: next },
          { guard: 'mayTryAgain', target: 'pausing', actions: noteFailure },
          { target: 'backingOff', actions: [noteFailure, giveUp, countFailure] },
        ],
        'http.failure': { target: 'backingOff', actions: [noteFailure, giveUp, countFailure] },
      },
    },
    // The patcher looks every 5 s.
    waitingForPatcher: { always: { guard: 'isStale', ...again }, after: { 5000: 'synced' } },
    synced: {
      entry: [adopt, forgetFailures],
      always: { guard: 'isStale', ...again },
      // Looked at again after 5 minutes: a Secret that somebody deleted comes back.
      after: { 300000: 'readingPod' },
    },
    backingOff: { always: { guard: 'isStale', ...again }, after: { backoff: 'readingPod' } },
    waiting: { always: { guard: 'isStale', ...again }, after: { 5000: 'readingPod' } },
    idle: { always: { guard: 'isStale', ...again } },
  },
});
