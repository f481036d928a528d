import { rfc3339 } from '../../kernel/index.ts';
import { WARN_ONLY_SECONDS } from '../admission/service-account.ts';
import { type FieldError, invalid } from '../api/field-errors.ts';
import { nameOf, part } from '../api/object.ts';
import { badRequest, conflict, invalidError, notFoundError } from '../api/status.ts';
import { serviceAccounts } from '../kinds/service-accounts.ts';
import { podSpecOf } from '../pod/types.ts';
import { answer, type Context, type Endpoint } from '../server/context.ts';
import { decodeBody } from '../server/decode-body.ts';
import { expectedBody } from '../server/expected.ts';
import { readFrom } from '../store/store.ts';
import { issueToken } from '../tokens/issue.ts';
import { existing } from './update.ts';

const KIND = { group: 'authentication.k8s.io', name: 'TokenRequest' };
const DEFAULT_SECONDS = 3600;
/** Lifetime of a token that keeps old clients working: a year (kubernetes: ExpirationExtensionSeconds). */
const EXTENDED_SECONDS = 31_536_000;

interface BoundRef {
  readonly kind?: string;
  readonly apiVersion?: string;
  readonly name?: string;
  readonly uid?: string;
}

interface Spec {
  readonly audiences?: readonly string[] | null;
  readonly expirationSeconds?: number;
  readonly boundObjectRef?: BoundRef | null;
}

const validate = (seconds: number): FieldError[] => [
  ...(seconds < 600
    ? [invalid('spec.expirationSeconds', seconds, 'may not specify a duration less than 10 minutes')]
    : []),
  ...(seconds > 2 ** 32
    ? [invalid('spec.expirationSeconds', seconds, 'may not specify a duration larger than 2^32 seconds')]
    : []),
];

interface Bound {
  readonly pod?: { name: string; uid: string };
  readonly secret?: { name: string; uid: string };
  readonly node?: { name: string; uid: string };
}

/** The object a token is tied to. @throws StatusError */
const bind = ({ state, info }: Context, account: string, ref: BoundRef): Bound => {
  const { kind = '', apiVersion = '', name = '', uid = '' } = ref;
  const buckets: Readonly<Record<string, string>> = { Pod: 'pods', Secret: 'secrets', Node: 'nodes' };
  const bucket = apiVersion === 'v1' ? buckets[kind] : undefined;
  if (bucket === undefined) {
    const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
    throw badRequest(`cannot bind token to object of type ${group}/${version}, Kind=${kind}`);
  }
  const object = readFrom(state.store, bucket, kind === 'Node' ? '' : info.namespace, name);
  if (!object) throw notFoundError({ group: '', name: bucket }, name);
  const found = object.metadata.uid ?? '';
  if (kind === 'Pod' && podSpecOf(object).serviceAccountName !== account)
    throw badRequest(
      `cannot bind token for serviceaccount ${JSON.stringify(account)} to pod running with different serviceaccount name.`,
    );
  if (uid !== '' && uid !== found)
    throw conflict(
      { group: '', name: kind },
      name,
      `the UID in the bound object reference (${uid}) does not match the UID in record. The object might have been deleted and then recreated`,
    );
  const bound = { name, uid: found };
  if (kind === 'Secret') return { secret: bound };
  if (kind === 'Node') return { node: bound };
  const nodeName = podSpecOf(object).nodeName ?? '';
  const node = nodeName === '' ? undefined : readFrom(state.store, 'nodes', '', nodeName);
  return { pod: bound, ...(nodeName !== '' && { node: { name: nodeName, uid: node?.metadata.uid ?? '' } }) };
};

/** `POST …/serviceaccounts/{name}/token` (kubernetes: pkg/registry/core/serviceaccount/storage/token.go) */
export const tokenRequest: Endpoint = {
  matches: ({ info, kind, request }) =>
    kind === serviceAccounts && request.method === 'POST' && info.subresource === 'token',
  handle: (context) => {
    const { request, warnings, state, wall, random } = context;
    const body = decodeBody(request, expectedBody('authentication.k8s.io/v1', 'TokenRequest'), warnings);
    const spec = part(body, 'spec') as Spec;
    const account = existing(context, serviceAccounts);
    const seconds = spec.expirationSeconds ?? DEFAULT_SECONDS;
    const errors = validate(seconds);
    // The name of a TokenRequest is empty while it is validated.
    if (errors.length > 0) throw invalidError(KIND, '', errors);
    const audiences = spec.audiences?.length ? spec.audiences : state.settings.audiences;
    const bound = spec.boundObjectRef ? bind(context, nameOf(account), spec.boundObjectRef) : {};
    const forApi = audiences.every((a) => state.settings.audiences.includes(a));
    const extended = 'pod' in bound && bound.pod !== undefined && seconds === WARN_ONLY_SECONDS && forApi;
    const { name = '', namespace = '', uid = '' } = account.metadata;
    const token = issueToken({
      issuer: state.settings.issuer,
      key: state.settings.signingKey,
      namespace,
      serviceAccount: { name, uid },
      ...bound,
      audiences,
      lifetime: extended ? EXTENDED_SECONDS : seconds,
      ...(extended && { warnAfter: seconds }),
      jti: random.uuid(),
      wall,
    });
    return answer(201, {
      kind: 'TokenRequest',
      apiVersion: 'authentication.k8s.io/v1',
      // The account's name and uid, but a time of its own.
      metadata: { name, namespace, uid, creationTimestamp: rfc3339(wall) },
      spec: { audiences, expirationSeconds: seconds, boundObjectRef: spec.boundObjectRef ?? null },
      // Clients are told the lifetime they asked for, so that they renew a token that was extended in time.
      status: { token, expirationTimestamp: rfc3339(wall + seconds * 1000) },
    });
  },
};
