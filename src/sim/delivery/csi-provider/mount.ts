import { setup } from 'xstate';
import { callOf, type Operation, request, type VaultClient } from '../../agent/api/client.ts';
import { outcomeOf } from '../../agent/api/outcome.ts';
import { DEFAULT_RETRIES, isRetried, retryWait } from '../../agent/api/retry.ts';
import { effects } from '../../kernel/effects.ts';
import type { RequestFailed, ResponseArrived, Spawned, Stamped } from '../../kernel/events.ts';
import { Random } from '../../kernel/random.ts';
import { type KubeObject, part } from '../../kubernetes/api/object.ts';
import { collection, messageOf, requestOf } from '../../kubernetes/client/client.ts';
import { secretText } from '../../kubernetes/kinds/secrets.ts';
import type { RpcError } from '../../kubernetes/kubelet/csi.ts';
import { actsOf } from '../act.ts';
import type { MountRequest, MountResponse, ProvidedFile } from '../csi-driver/names.ts';
import { line } from '../in-cluster.ts';
import { contentOf, modeOf, versionOf } from './content.ts';
import { cacheKey, type Parameters, readParameters, type SecretObject } from './parameters.ts';
import { hmacSecret, loginRequest, podText, secretRequest, tokenRequest } from './requests.ts';

/**
 * One Mount call of the Vault provider: log in as the Pod's ServiceAccount, unless a token of before is at hand, read
 * each object, answer with files. All objects come, or none.
 * Source: vault-csi-provider 1.7.4: internal/provider/provider.go, internal/client/client.go, internal/auth/kubernetes_jwt.go.
 */
export interface MountInput {
  readonly exchange: number;
  readonly request: MountRequest;
  /** The provider's own token for the API server. */
  readonly account: string;
  readonly namespace: string;
  readonly hmacSecret: string;
  readonly address: string;
  readonly defaultMount: string;
  /** Vault tokens of earlier calls, by what they were got for. */
  readonly tokens: Readonly<Record<string, string>>;
}

/** What became of a call. */
export interface MountOutput {
  readonly exchange: number;
  readonly body: MountResponse | RpcError;
  readonly key: string;
  readonly token: string;
}

interface Context extends Omit<MountInput, 'tokens'> {
  readonly tokens: Readonly<Record<string, string>>;
  readonly parameters: Parameters | null;
  readonly hmacKey: string;
  readonly jwt: string;
  readonly vaultToken: string;
  /** The token was got in this call. */
  readonly fresh: boolean;
  readonly at: number;
  /** Answers by path and method: each is asked for once. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly files: readonly ProvidedFile[];
  readonly versions: MountResponse['object_version'];
  readonly attempt: number;
  readonly wait: number;
  /** The refusal that made it log in again. */
  readonly refusal: string;
  readonly error: string;
}

type Event = Stamped<ResponseArrived | RequestFailed>;

const s = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Spawned<MountInput>, output: {} as MountOutput },
  guards: {
    failed: ({ context }) => context.error !== '',
    hasToken: ({ context }) => context.vaultToken !== '',
    allAreRead: ({ context: c }) => c.parameters !== null && c.at >= c.parameters.secrets.length,
    isKnown: ({ context: c }) => answerKey(objectAt(c)) in c.answers,
    ok: ({ event }) => event.type === 'http.response' && event.status < 300,
    isMissing: ({ event }) => event.type === 'http.response' && event.status === 404,
    isThere: ({ event }) => event.type === 'http.response' && event.status === 409,
    retries: ({ context, event }) => context.attempt < DEFAULT_RETRIES && isRetried(event, false),
    tokenMayBeOld: ({ context, event }) => event.type === 'http.response' && event.status === 403 && !context.fresh,
  },
  delays: { wait: ({ context }) => Math.round(context.wait) },
  actions: { ...effects },
});

const act = actsOf(s.enqueueActions);

const NONE: SecretObject = {
  objectName: '',
  secretPath: '',
  secretKey: '',
  method: '',
  secretArgs: null,
  filePermission: null,
  encoding: '',
};
const objectAt = (c: Context): SecretObject => c.parameters?.secrets[c.at] ?? NONE;
const answerKey = ({ secretPath, method }: SecretObject): string => `${method} ${secretPath}`;
const clientOf = (c: Context): VaultClient => ({
  address: c.parameters?.address || c.address,
  ...(c.parameters?.namespace && { namespace: c.parameters.namespace }),
});

/** Failures of the call itself carry its name; those of the parameters do not. */
const mountError = (text: string): { set: Partial<Context> } => ({
  set: { error: `error making mount request: ${text}` },
});
const reading = (c: Context, text: string) =>
  mountError(`couldn't read secret ${JSON.stringify(objectAt(c).objectName)}: ${text}`);

const parse = act((c) => {
  const parameters = readParameters(c.request.attributes);
  if ('error' in parameters) return { set: { error: parameters.error } };
  return { set: { parameters, vaultToken: c.tokens[cacheKey(parameters)] ?? '' } };
});

const secretsPath = (c: Context): string => collection('', 'secrets', c.namespace);

const readKey = act((c) => ({
  out: [
    {
      type: 'request',
      params: requestOf('hmac', c.account, { method: 'GET', path: `${secretsPath(c)}/${c.hmacSecret}` }),
    },
  ],
}));
const takeKey = act((_, event) =>
  event.type === 'http.response' ? { set: { hmacKey: secretText(event.body as KubeObject, 'key') ?? '' } } : {},
);
const createKey = act((c, event) => {
  const call = {
    method: 'POST',
    path: secretsPath(c),
    body: hmacSecret(c.hmacSecret, c.namespace, event.entropy),
  } as const;
  return { out: [{ type: 'request', params: requestOf('new hmac', c.account, call) }] };
});
/** Without a key the secrets are mounted all the same, without versions. */
const goWithout = act((_, event) => ({
  out: [
    line(
      `Error generating HMAC key. Mounted secrets will not be assigned a version: error=${JSON.stringify(event.type === 'http.response' ? messageOf(event.body) : 'no answer')}`,
      'warn',
      'server.provider',
    ),
  ],
}));

const askForJwt = act((c) => ({
  out: c.parameters ? [{ type: 'request', params: requestOf('jwt', c.account, tokenRequest(c.parameters)) }] : [],
}));
const takeJwt = act((_, event) =>
  event.type === 'http.response'
    ? { set: { jwt: String(part(event.body as Record<string, unknown>, 'status').token), attempt: 0 } }
    : {},
);
const withRefusal = (c: Context, text: string): string =>
  c.refusal === '' ? text : `failed to fetch secret: ${c.refusal}; and failed to reauthenticate: ${text}`;
const noJwt = act((c, event) => {
  const why = event.type === 'http.response' ? messageOf(event.body) : 'no answer';
  const pod = c.parameters ? podText(c.parameters) : '';
  return reading(c, withRefusal(c, `failed to create a service account token for requesting pod ${pod}: ${why}`));
});

const login = (c: Context): Operation => loginRequest(c.parameters, c.defaultMount, c.jwt);
const logIn = act((c) => ({ out: [request(clientOf(c), 'login', login(c))] }));
const takeLogin = act((_, event) => {
  if (event.type !== 'http.response') return {};
  const auth = part(event.body as Record<string, unknown>, 'auth');
  return { set: { vaultToken: String(auth.client_token), fresh: true, attempt: 0 } };
});
const loginFailed = act((c, event) => {
  const outcome = outcomeOf(callOf(clientOf(c), login(c)), event);
  return reading(c, withRefusal(c, `failed to login: ${outcome.kind === 'answer' ? '' : outcome.text}`));
});

const read = (c: Context): Operation => secretRequest(objectAt(c), c.vaultToken);
const readSecret = act((c) => ({ out: [request(clientOf(c), 'secret', read(c))] }));
const takeSecret = act((c, event) => {
  if (event.type !== 'http.response') return {};
  const body = event.body as Record<string, unknown> | null;
  const { secretPath } = objectAt(c);
  if (typeof body?.data !== 'object' || body.data === null)
    return mountError(`empty response from ${JSON.stringify(secretPath)}, warnings: []`);
  return { set: { answers: { ...c.answers, [answerKey(objectAt(c))]: body }, attempt: 0 } };
});
const readFailed = act((c, event) => {
  // A 404 is an error here: the provider asks for the raw answer.
  const outcome = outcomeOf(callOf(clientOf(c), read(c)), event);
  return reading(c, `error requesting secret: ${outcome.kind === 'answer' ? '' : outcome.text}`);
});
const noteRefusal = act((c, event) => {
  const outcome = outcomeOf(callOf(clientOf(c), read(c)), event);
  return { set: { refusal: outcome.kind === 'answer' ? '' : outcome.text, attempt: 0 } };
});

const add = act((c) => {
  const object = objectAt(c);
  const content = contentOf(object, c.answers[answerKey(object)] ?? {});
  if ('error' in content) return mountError(content.error);
  const file: ProvidedFile = {
    path: object.objectName,
    mode: modeOf(object, c.request.permission),
    contents: content.text,
  };
  const version = c.hmacKey === '' ? '' : versionOf(object, c.hmacKey, content.text);
  return {
    set: { files: [...c.files, file], versions: [...c.versions, { id: object.objectName, version }], at: c.at + 1 },
    out: [
      line(
        `secret added to mount response: directory=${c.request.target_path} file=${object.objectName}`,
        'info',
        'server.provider',
      ),
    ],
  };
});

const pause = act((c, event) => ({
  set: { attempt: c.attempt + 1, wait: retryWait(c.attempt + 1, new Random(event.entropy).float()) },
}));

/** The statechart of `csi-provider/mount`. */
export const mountMachine = s.createMachine({
  id: 'csi-provider/mount',
  context: ({ input: { at: _at, wall: _wall, entropy: _entropy, self: _self, place: _place, ...input } }) => ({
    ...input,
    parameters: null,
    hmacKey: '',
    jwt: '',
    vaultToken: '',
    fresh: false,
    at: 0,
    answers: {},
    files: [],
    versions: [],
    attempt: 0,
    wait: 0,
    refusal: '',
    error: '',
  }),
  initial: 'readingParameters',
  states: {
    readingParameters: {
      entry: parse,
      always: [{ guard: 'failed', target: 'refused' }, { target: 'readingHmacKey' }],
    },
    readingHmacKey: {
      entry: readKey,
      on: {
        'http.response': [
          { guard: 'ok', target: 'hasKey', actions: takeKey },
          { guard: 'isMissing', target: 'creatingHmacKey', actions: createKey },
          { target: 'hasKey', actions: goWithout },
        ],
        'http.failure': { target: 'hasKey', actions: goWithout },
      },
    },
    creatingHmacKey: {
      on: {
        'http.response': [
          { guard: 'ok', target: 'hasKey', actions: takeKey },
          { guard: 'isThere', target: 'readingHmacKey' },
          { target: 'hasKey', actions: goWithout },
        ],
        'http.failure': { target: 'hasKey', actions: goWithout },
      },
    },
    hasKey: { always: [{ guard: 'hasToken', target: 'choosingObject' }, { target: 'requestingServiceAccountToken' }] },
    requestingServiceAccountToken: {
      entry: askForJwt,
      on: {
        'http.response': [
          { guard: 'ok', target: 'loggingIn', actions: takeJwt },
          { target: 'refused', actions: noJwt },
        ],
        'http.failure': { target: 'refused', actions: noJwt },
      },
    },
    loggingIn: {
      entry: logIn,
      on: {
        'http.response': [
          { guard: 'retries', target: 'retryingLogin', actions: pause },
          { guard: 'ok', target: 'choosingObject', actions: takeLogin },
          { target: 'refused', actions: loginFailed },
        ],
        'http.failure': [
          { guard: 'retries', target: 'retryingLogin', actions: pause },
          { target: 'refused', actions: loginFailed },
        ],
      },
    },
    retryingLogin: { after: { wait: 'loggingIn' } },
    choosingObject: {
      always: [
        { guard: 'failed', target: 'refused' },
        { guard: 'allAreRead', target: 'answered' },
        { guard: 'isKnown', target: 'choosingObject', actions: add, reenter: true },
        { target: 'readingSecret' },
      ],
    },
    readingSecret: {
      entry: readSecret,
      on: {
        'http.response': [
          { guard: 'retries', target: 'retryingRead', actions: pause },
          { guard: 'ok', target: 'choosingObject', actions: takeSecret },
          { guard: 'tokenMayBeOld', target: 'requestingServiceAccountToken', actions: noteRefusal },
          { target: 'refused', actions: readFailed },
        ],
        'http.failure': [
          { guard: 'retries', target: 'retryingRead', actions: pause },
          { target: 'refused', actions: readFailed },
        ],
      },
    },
    retryingRead: { after: { wait: 'readingSecret' } },
    answered: { type: 'final' },
    refused: { type: 'final' },
  },
  output: ({ context: c }) => ({
    exchange: c.exchange,
    body: c.error === '' ? { files: c.files, object_version: c.versions } : { code: 'Unknown', message: c.error },
    key: c.parameters ? cacheKey(c.parameters) : '',
    token: c.vaultToken,
  }),
});
