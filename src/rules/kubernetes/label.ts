import { apiRule } from '../kubernetes/api-rule.ts';

export const kubernetesLabel = apiRule(
  {
    id: 'kubernetes/label',
    severity: 'error',
    title: 'This is no label',
    why: 'Label keys and values are short: at most 63 characters of letters, digits, dash, underscore, dot.',
    wrong: 'app: "my app"',
    right: 'app: my-app',
    lessons: ['L09'],
    source: 'kubernetes 1.34: pkg/apis/core/validation',
  },
  ({ field, reason, message }) =>
    /labels$/.test(field) && reason === 'FieldValueInvalid' && !/does not match template/.test(message),
);
