import { apiRule } from '../kubernetes/api-rule.ts';

export const podResources = apiRule(
  {
    id: 'pod/resources',
    severity: 'error',
    title: 'These requests and limits do not fit',
    why: 'A request may not be greater than its limit, and quantities must be such: 500m, 128Mi.',
    wrong: 'requests: {cpu: "1"}\nlimits: {cpu: 500m}',
    right: 'requests: {cpu: 250m}\nlimits: {cpu: 500m}',
    lessons: ['L09'],
    source: 'kubernetes 1.34: pkg/apis/core/validation',
  },
  ({ field, reason, message }) => /resources/.test(field) && reason !== '' && message !== '',
);
