import { part } from '../api/object.ts';
import { badRequest } from '../api/status.ts';
import { rulesFor } from '../authz/rules-for.ts';
import { answer, type Endpoint } from '../server/context.ts';
import { decodeBody } from '../server/decode-body.ts';
import { expectedBody } from '../server/expected.ts';

/** `POST /apis/authorization.k8s.io/v1/selfsubjectrulesreviews`: what may I do? (`kubectl auth can-i --list`) */
export const selfSubjectRulesReview: Endpoint = {
  matches: ({ info, request }) =>
    info.group === 'authorization.k8s.io' && info.resource === 'selfsubjectrulesreviews' && request.method === 'POST',
  handle: ({ request, warnings, state, user }) => {
    const body = decodeBody(request, expectedBody('authorization.k8s.io/v1', 'SelfSubjectRulesReview'), warnings);
    const spec = part(body, 'spec');
    const namespace = String(spec.namespace ?? '');
    if (namespace === '') throw badRequest('no namespace on request');
    const rules = rulesFor(state.store, user, namespace);
    const resources = rules.filter((r) => (r.nonResourceURLs ?? []).length === 0);
    const paths = rules.filter((r) => (r.nonResourceURLs ?? []).length > 0);
    return answer(201, {
      kind: 'SelfSubjectRulesReview',
      apiVersion: 'authorization.k8s.io/v1',
      metadata: {},
      spec: {},
      status: {
        resourceRules: resources.map(({ verbs, apiGroups, resources: names, resourceNames }) => ({
          verbs,
          apiGroups,
          resources: names,
          ...(resourceNames?.length && { resourceNames }),
        })),
        nonResourceRules: paths.map(({ verbs, nonResourceURLs }) => ({ verbs, nonResourceURLs })),
        incomplete: false,
      },
    });
  },
};
