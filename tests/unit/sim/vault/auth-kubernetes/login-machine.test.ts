import { describe, expect, it } from 'vitest';
import type { AnyMachineSnapshot } from 'xstate';
import { mint, sign, signingKey } from '../../../../../src/sim/jwt/index.ts';
import { advance, begin, type Step } from '../../../../../src/sim/kernel/machine.ts';
import type { Config } from '../../../../../src/sim/vault/auth-kubernetes/config.ts';
import type { LoginContext, LoginInput } from '../../../../../src/sim/vault/auth-kubernetes/login-context.ts';
import { loginMachine } from '../../../../../src/sim/vault/auth-kubernetes/login-machine.ts';
import type { Role } from '../../../../../src/sim/vault/auth-kubernetes/role.ts';
import { emptyTokenParams } from '../../../../../src/sim/vault/framework/index.ts';

const WALL = 1_767_600_000_000;
const NOW = WALL / 1000;
const HOST = 'https://kubernetes.default.svc:443';
const key = signingKey('cluster');
const claims = {
  aud: ['vault'],
  iss: 'https://issuer',
  exp: NOW + 600,
  iat: NOW,
  nbf: NOW,
  'kubernetes.io': { namespace: 'default', serviceaccount: { name: 'app', uid: 'u' } },
};
const role: Role = {
  tokens: emptyTokenParams(),
  names: ['app'],
  namespaces: ['default'],
  selector: '',
  audience: '',
  aliasNameSource: 'serviceaccount_uid',
};
const config: Config = {
  host: HOST,
  caCert: '',
  reviewerJwt: 'reviewer',
  pemKeys: [],
  issuer: '',
  disableIssValidation: true,
  disableLocalCaJwt: true,
  annotationsAsMetadata: false,
};
const ACCEPTED = {
  status: {
    authenticated: true,
    user: { username: 'system:serviceaccount:default:app', uid: 'u' },
    audiences: ['vault'],
  },
};

interface Given {
  readonly claims?: object;
  readonly jwt?: string;
  readonly role?: Partial<Role>;
  readonly config?: Partial<Config>;
  readonly connections?: LoginInput['connections'];
}

const start = (given: Given): Step => {
  const input: LoginInput = {
    role: 'app',
    jwt: given.jwt ?? sign({ ...claims, ...given.claims }, key),
    remote: '127.0.0.1',
    stored: { ...role, ...given.role },
    config: { ...config, ...given.config },
    files: {},
    connections: given.connections ?? {},
    joseNamesItself: true,
  };
  return begin(loginMachine, { ...input, at: 0, wall: WALL, entropy: 1, self: 'login', place: 'vault' });
};

const next = (step: Step, event: object): Step =>
  advance(loginMachine, step.snapshot, { at: 0, wall: WALL, entropy: 2, ...event } as unknown as { type: string });
const answer = (step: Step, status: number, body: unknown): Step => next(step, { type: 'http.response', status, body });
const sent = (step: Step) => step.actions.filter(({ type }) => type === 'request').map(({ params }) => params);
const result = ({ snapshot }: { readonly snapshot: AnyMachineSnapshot }) => snapshot.output as LoginContext;
const stopped = (step: Step) => {
  const { denial } = result(step);
  return denial && [denial.step, denial.id, denial.status, denial.text];
};

describe('a login', () => {
  it('walks the checks in their real order to the token', () => {
    const asked = start({});
    expect([...asked.values].at(-1)).toBe('reviewingToken');
    expect(sent(asked)).toMatchObject([
      {
        to: HOST,
        path: '/apis/authentication.k8s.io/v1/tokenreviews',
        headers: { authorization: 'Bearer reviewer' },
        body: { spec: { audiences: ['vault'] } },
      },
    ]);
    const done = answer(asked, 201, ACCEPTED);
    expect(done.snapshot.value).toBe('issuingToken');
    expect(result(done).passed.map(({ step }) => step)).toEqual([
      'readingRequest',
      'resolvingRole',
      'checkingSourceAddress',
      'loadingConfiguration',
      'readingLocalToken',
      'readingLocalCa',
      'checkingSignature',
      'checkingIssuer',
      'checkingAudience',
      'checkingTimes',
      'readingServiceAccount',
      'matchingName',
      'matchingNamespace',
      'namingAlias',
      'reviewingToken',
    ]);
  });

  it('names the expiry before the name, the name before the namespace, the audience before all of them', () => {
    const wrong = { names: ['x'], namespaces: ['y'] };
    expect(stopped(start({ role: wrong, claims: { exp: NOW - 61 } }))?.[0]).toBe('checkingTimes');
    expect(stopped(start({ role: wrong }))).toEqual([
      'matchingName',
      'service-account-name',
      403,
      'service account name not authorized',
    ]);
    expect(stopped(start({ role: { namespaces: ['y'] } }))?.[0]).toBe('matchingNamespace');
    expect(stopped(start({ role: { ...wrong, audience: 'z' }, claims: { exp: NOW - 61 } }))?.[0]).toBe(
      'checkingAudience',
    );
  });

  it('is not sent to the API server when something local refuses it', () => {
    expect(sent(start({ role: { audience: 'other' } }))).toEqual([]);
  });

  it('tells the client nothing and the log everything when the JWT is no JWT', () => {
    const denial = result(start({ jwt: 'garbage' })).denial;
    expect(denial).toMatchObject({
      text: 'permission denied',
      log: 'error verifying token signature: go-jose/go-jose: compact JWS format must have three parts',
    });
    expect(result(start({ jwt: mint({ alg: 'none' }, claims, null) })).denial?.log).toMatch(
      /unexpected signature algorithm "none"; expected \["RS256"/,
    );
  });

  it('believes a signature only of pem_keys, where there are any', () => {
    const [own, other] = [key.publicPem, signingKey('other').publicPem];
    expect(result(start({ config: { pemKeys: [other] } })).denial?.id).toBe('signature');
    expect(start({ config: { pemKeys: [other, own] } }).snapshot.value).toBe('reviewingToken');
  });

  it('checks the issuer only when validation is on and an issuer is configured', () => {
    const checked = { disableIssValidation: false, issuer: 'https://other' };
    expect(stopped(start({ config: checked }))?.[3]).toBe('invalid issuer (iss) claim');
    expect(start({ config: { disableIssValidation: false } }).snapshot.value).toBe('reviewingToken');
  });

  it('reads the namespace only when its name does not match, and asks for its labels', () => {
    const selecting = { namespaces: null, selector: '{"matchLabels":{"team":"a"}}' };
    const asked = start({ role: selecting });
    expect(sent(asked)).toMatchObject([{ method: 'GET', path: '/api/v1/namespaces/default' }]);
    const labelled = answer(asked, 200, { metadata: { labels: { team: 'a' } } });
    expect(labelled.snapshot.value).toBe('reviewingToken');
    expect(stopped(answer(asked, 200, { metadata: { labels: {} } }))?.[1]).toBe('namespace-labels');
    expect(stopped(answer(asked, 403, { message: 'no' }))?.[3]).toBe(
      'namespace not authorized err=failed to get namespace (code 403 status no)',
    );
    expect(stopped(start({ role: selecting, config: { reviewerJwt: '' } }))?.[3]).toMatch(/TokenReviewer JWT needs/);
  });

  it("lets the client's token ask for its own review when nobody else can", () => {
    const outside = start({ config: { reviewerJwt: '', disableLocalCaJwt: false, caCert: 'x' } });
    const asked = next(outside, { type: 'file.content', text: null });
    expect(sent(asked)).toMatchObject([{ headers: { authorization: expect.stringMatching(/^Bearer ey/) } }]);
    expect((asked.snapshot.context as LoginContext).learned.log).toEqual([
      'failed to read local service account token, will use client token: error="open /var/run/secrets/kubernetes.io/serviceaccount/token: no such file or directory"',
    ]);
  });

  it('reports an API server that cannot be reached in the words of Go', () => {
    const failing = (reason: string, host = HOST) =>
      result(next(start({ config: { host } }), { type: 'http.failure', reason })).denial?.log;
    expect(failing('refused', 'https://127.0.0.1:1/')).toBe(
      'Post "https://127.0.0.1:1/apis/authentication.k8s.io/v1/tokenreviews": dial tcp 127.0.0.1:1: connect: connection refused',
    );
    expect(failing('unknown authority')).toMatch(/x509: certificate signed by unknown authority$/);
    expect(failing('reset', HOST.replace('https', 'http'))).toMatch(/^read tcp .*connection reset by peer$/);
    expect(result(start({ config: { host: 'ftp://x' } })).denial?.log).toMatch(/unsupported protocol scheme "ftp"$/);
    expect(result(start({ config: { host: '10.0.0.1:443' } })).denial?.log).toMatch(/cannot contain colon$/);
  });

  it('cannot be reviewed by a token that was copied with its line end', () => {
    expect(result(start({ config: { reviewerJwt: 'x\n' } })).denial?.log).toBe(
      `Post "${HOST}/apis/authentication.k8s.io/v1/tokenreviews": net/http: invalid header field value for "Authorization"`,
    );
  });

  it('does not look at the certificate again while the connection is open', () => {
    expect(sent(start({}))).toMatchObject([{ trust: [] }]);
    const open = sent(start({ connections: { [HOST]: WALL - 89_000 } }))[0];
    expect(open).not.toHaveProperty('trust');
    expect(sent(start({ connections: { [HOST]: WALL - 90_000 } }))).toMatchObject([{ trust: [] }]);
    expect(result(answer(start({}), 201, ACCEPTED)).learned.connections).toEqual({ [HOST]: WALL });
  });

  it('makes metadata of annotations, but not of those that would forge its own', () => {
    const asked = answer(start({ config: { annotationsAsMetadata: true } }), 201, ACCEPTED);
    expect(sent(asked)).toMatchObject([{ path: '/api/v1/namespaces/default/serviceaccounts/app' }]);
    const annotated = (annotations: object) => answer(asked, 200, { metadata: { annotations } });
    const prefix = 'vault.hashicorp.com/alias-metadata-';
    expect(result(annotated({ [`${prefix}team`]: 'blue', 'x/y': 'z' })).learned.annotations).toEqual({ team: 'blue' });
    expect(stopped(annotated({ [`${prefix}service_account_uid`]: 'x' }))?.[2]).toBe(400);
    expect(stopped(answer(asked, 403, { message: 'm' }))?.slice(2)).toEqual([
      500,
      'failed to get service account (code 403 status m)',
    ]);
  });
});
