import { rfc3339 } from '../../kernel/index.ts';
import { userInfo } from '../authn/user.ts';
import { answer, type Endpoint } from '../server/context.ts';

/** `POST /apis/authentication.k8s.io/v1/selfsubjectreviews`: who am I? (`kubectl auth whoami`) */
export const selfSubjectReview: Endpoint = {
  matches: ({ info, request }) =>
    info.group === 'authentication.k8s.io' && info.resource === 'selfsubjectreviews' && request.method === 'POST',
  handle: ({ user, wall }) =>
    answer(201, {
      kind: 'SelfSubjectReview',
      apiVersion: 'authentication.k8s.io/v1',
      metadata: { creationTimestamp: rfc3339(wall) },
      status: { userInfo: userInfo(user) },
    }),
};
