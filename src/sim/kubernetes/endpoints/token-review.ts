import { part } from '../api/object.ts';
import { badRequest } from '../api/status.ts';
import { cachedVerdict, combined, remember, reviewInput, staticVerdict } from '../authn/authenticate.ts';
import { userInfo } from '../authn/user.ts';
import { answer, type Endpoint, type Outcome } from '../server/context.ts';
import { decodeBody } from '../server/decode-body.ts';
import { expectedBody } from '../server/expected.ts';
import type { ApiState } from '../server/state.ts';
import type { Verdict } from '../tokens/review.ts';

/** The answer to a review: always 201, whatever the token was. */
export const reviewAnswer = (spec: object, verdict: Verdict): Outcome =>
  answer(201, {
    kind: 'TokenReview',
    apiVersion: 'authentication.k8s.io/v1',
    metadata: {},
    spec,
    status: verdict.user
      ? { authenticated: true, user: userInfo(verdict.user), audiences: verdict.audiences }
      : { user: {}, error: combined(verdict.error) },
  });

/** The answer after a walk through the checks, which is remembered when it ended well. */
export const answerReview = (
  state: ApiState,
  spec: object,
  verdict: Verdict,
  token: string,
  audiences: readonly string[],
  wall: number,
): Outcome => {
  remember(state, token, audiences, verdict, wall);
  return reviewAnswer(spec, verdict);
};

/** `POST /apis/authentication.k8s.io/v1/tokenreviews` (kubernetes: pkg/registry/authentication/tokenreview/storage.go) */
export const tokenReview: Endpoint = {
  matches: ({ info, request }) =>
    info.group === 'authentication.k8s.io' &&
    info.resource === 'tokenreviews' &&
    request.method === 'POST' &&
    info.name === '',
  handle: ({ request, warnings, state, wall }) => {
    const body = decodeBody(request, expectedBody('authentication.k8s.io/v1', 'TokenReview'), warnings);
    const spec = part(body, 'spec');
    const token = String(spec.token ?? '');
    if (token === '') throw badRequest('token is required for TokenReview in authentication');
    const asked = (spec.audiences ?? []) as readonly string[];
    const audiences = asked.length > 0 ? asked : state.settings.audiences;
    const known = staticVerdict(state, token, audiences) ?? cachedVerdict(state, token, audiences, wall);
    if (known) return reviewAnswer(spec, known);
    return { kind: 'review', input: reviewInput(state, token, audiences, wall), spec };
  },
};
