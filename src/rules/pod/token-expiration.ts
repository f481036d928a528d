import { apiRule } from '../kubernetes/api-rule.ts';

export const podTokenExpiration = apiRule(
  {
    id: 'pod/token-expiration',
    severity: 'error',
    title: 'A projected token lives at least ten minutes',
    why: 'expirationSeconds of a ServiceAccount token is at least 600; the API server refuses less.',
    wrong: 'serviceAccountToken:\n  path: token\n  expirationSeconds: 300',
    right: 'serviceAccountToken:\n  path: token\n  expirationSeconds: 600',
    lessons: ['L03'],
    source: 'kubernetes 1.34: pkg/apis/core/validation',
  },
  ({ field, reason, message }) =>
    /serviceAccountToken\.expirationSeconds$/.test(field) && reason !== '' && message !== '',
);
