/** The steps that ask the API server: what is sent, and what its answer or its silence means. */
import type { RequestEffect } from '../../kernel/effects.ts';
import type { RequestFailed, ResponseArrived } from '../../kernel/events.ts';
import { goQuote } from '../framework/index.ts';
import { aliasAnnotations } from './annotations.ts';
import { failureText, travelOptions, trusted, used } from './connection.ts';
import { type Denial, hidden, told } from './denial.ts';
import { goClientError, parseTarget, type Target } from './go-url.ts';
import { accountOf, configOf, roleOf } from './login-checks.ts';
import { denies, type LoginContext, passes, type Verdict } from './login-context.ts';
import { missingLabel, parseSelector } from './selector.ts';
import { readErrorText } from './status-error.ts';
import { reviewBody, reviewFault, TOKEN_REVIEW_PATH, wantedAudiences } from './token-review.ts';

export type Asking = 'readingNamespace' | 'reviewingToken' | 'readingAnnotations';

const METHOD = { readingNamespace: 'GET', reviewingToken: 'POST', readingAnnotations: 'GET' } as const;

const pathOf = (c: LoginContext, asking: Asking): string => {
  if (asking === 'reviewingToken') return TOKEN_REVIEW_PATH;
  const { namespace, name } = accountOf(c);
  const object = `/api/v1/namespaces/${namespace}`;
  return asking === 'readingNamespace' ? object : `${object}/serviceaccounts/${name}`;
};

const urlOf = (c: LoginContext, asking: Asking): string => `${configOf(c).host.replace(/\/$/, '')}${pathOf(c, asking)}`;

/** Whose token asks: the configured reviewer's, else Vault's own, else none. */
const reviewer = (c: LoginContext): string => configOf(c).reviewerJwt || c.learned.localToken;

/** An error of the client itself or of the way, as each step reports it. */
const failed = (asking: Asking, error: string, words: string): Denial => {
  if (asking === 'reviewingToken') return hidden('api-server-unreachable', words, error);
  return asking === 'readingNamespace'
    ? told(403, 'namespace-unreadable', `namespace not authorized err=${error}`, words)
    : told(500, 'annotations-unreadable', error, words);
};

const NO_REVIEWER = 'namespace lookup failed: TokenReviewer JWT needs to be configured to use namespace selectors';

/** Control characters but the tab (golang.org/x/net/http/httpguts). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
const UNSENDABLE = /[\x00-\x08\x0a-\x1f\x7f]/;

/** What to send, or why nothing can be sent. */
export const outgoing = (
  c: LoginContext,
  asking: Asking,
): { readonly request: RequestEffect; readonly open: boolean } | Denial => {
  if (asking === 'readingNamespace' && reviewer(c) === '')
    return failed(
      asking,
      NO_REVIEWER,
      "Nobody's token may read the namespace: no token_reviewer_jwt, no token of Vault's own.",
    );
  const method = METHOD[asking];
  const target = parseTarget(method, urlOf(c, asking));
  if ('error' in target)
    return failed(asking, target.error, `kubernetes_host ${goQuote(configOf(c).host)} is no usable address.`);
  const bearer = reviewer(c) || c.given.jwt;
  if (UNSENDABLE.test(bearer))
    return failed(
      asking,
      goClientError(method, urlOf(c, asking), 'net/http: invalid header field value for "Authorization"'),
      'The token that asks ends in a line break (or holds another control character), which no HTTP header may.',
    );
  const options = travelOptions(c.learned.connections, target, () => trusted(configOf(c), c.learned.localCa), c.wall);
  const body =
    asking === 'reviewingToken'
      ? reviewBody(c.given.jwt, wantedAudiences(roleOf(c).audience, accountOf(c)))
      : undefined;
  const request: RequestEffect = {
    id: asking,
    to: target.origin,
    method,
    path: target.path,
    headers: {
      authorization: `Bearer ${bearer}`,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    ...options,
    ...(body === undefined ? {} : { body }),
  };
  return { request, open: options.trust === undefined };
};

const targetOf = (c: LoginContext, asking: Asking): Target => {
  const target = parseTarget(METHOD[asking], urlOf(c, asking));
  if ('error' in target) throw new Error(target.error);
  return target;
};

/** No answer came. */
export const unanswered = (c: LoginContext, asking: Asking, event: RequestFailed): Verdict => {
  const target = targetOf(c, asking);
  const error = failureText(METHOD[asking], urlOf(c, asking), target, event.reason, c.learned.connectionOpen);
  const words = `Vault cannot reach the API server at ${target.origin} (${event.reason}).`;
  const connections = used(c.learned.connections, target.origin, c.wall, false);
  return denies(failed(asking, error, words), { connections });
};

const JUDGES: Readonly<Record<Asking, (c: LoginContext, event: ResponseArrived) => Verdict>> = {
  readingNamespace: (c, { status, body }) => {
    const { namespace } = accountOf(c);
    if (status !== 200)
      return denies(
        failed(
          'readingNamespace',
          readErrorText('namespace', 'namespace', status, body),
          `The reviewer may not read the namespace ${goQuote(namespace)} (HTTP ${status}).`,
        ),
      );
    const selector = parseSelector(roleOf(c).selector) ?? { matchLabels: {} };
    const missing = missingLabel(selector, metadata(body).labels ?? {});
    return missing === undefined
      ? passes(`The labels of the namespace ${goQuote(namespace)} meet the selector.`)
      : denies(
          told(
            403,
            'namespace-labels',
            'namespace not authorized',
            `The namespace ${goQuote(namespace)} lacks the label ${missing}.`,
          ),
        );
  },
  reviewingToken: (c, { status, body }) => {
    const wanted = wantedAudiences(roleOf(c).audience, accountOf(c));
    const fault = reviewFault(status, body, wanted, accountOf(c));
    return fault
      ? denies(hidden(fault.id, REVIEW_WORDS[fault.id], fault.error))
      : passes('The API server vouches for the token.');
  },
  readingAnnotations: (_c, { status, body }) => {
    if (status !== 200)
      return denies(
        failed(
          'readingAnnotations',
          readErrorText('service account', 'service account', status, body),
          `The reviewer may not read the ServiceAccount (HTTP ${status}).`,
        ),
      );
    const read = aliasAnnotations(metadata(body).annotations ?? {});
    return 'error' in read
      ? denies(
          told(
            400,
            'annotations-reserved',
            read.error,
            'An annotation of the ServiceAccount would forge metadata that Vault itself sets.',
          ),
        )
      : passes("The ServiceAccount's annotations become metadata of the alias.", { annotations: read.metadata });
  },
};

const REVIEW_WORDS = {
  'reviewer-unauthorized': 'The API server does not accept the token that asks for the review (HTTP 401).',
  'review-refused': 'The API server accepts the reviewer but refuses it the TokenReview.',
  'token-rejected': 'The API server does not accept the token.',
  'token-not-authenticated': 'The API server does not know whose token this is.',
  'review-audience': 'The API server accepts the token for other audiences only.',
  'review-username': 'The API server knows the token, but it is not of a ServiceAccount.',
  'review-mismatch': 'The API server says that the token is of another ServiceAccount than it claims.',
} as const;

interface Metadata {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

const metadata = (body: unknown): Metadata => (body as { readonly metadata?: Metadata } | null)?.metadata ?? {};

/** An answer came; whatever it says, the connection stays open. */
export const answered = (c: LoginContext, asking: Asking, event: ResponseArrived): Verdict => {
  const verdict = JUDGES[asking](c, event);
  const connections = used(c.learned.connections, targetOf(c, asking).origin, c.wall, true);
  return { ...verdict, learned: { ...verdict.learned, connections } };
};
