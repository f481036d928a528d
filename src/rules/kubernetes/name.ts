import { apiRule } from '../kubernetes/api-rule.ts';

export const kubernetesName = apiRule(
  {
    id: 'kubernetes/name',
    severity: 'error',
    title: 'This is no name for an object',
    why: 'Names are parts of DNS names: lower-case letters, digits, dashes. The API server refuses anything else.',
    wrong: 'name: My_App',
    right: 'name: my-app',
    lessons: ['L09'],
    source: 'kubernetes 1.34: pkg/apis/core/validation',
  },
  ({ field, reason, message }) =>
    /^metadata\.(name|generateName|namespace)$/.test(field) && reason !== '' && message !== '',
);
