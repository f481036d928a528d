import { apiRule } from '../kubernetes/api-rule.ts';

export const podMissingImage = apiRule(
  {
    id: 'pod/missing-image',
    severity: 'error',
    title: 'A container has no image',
    why: 'Nothing can be started without one; the API server refuses the object.',
    wrong: 'containers:\n  - name: app',
    right: 'containers:\n  - name: app\n    image: example.com/web:1',
    lessons: ['L09'],
    source: 'kubernetes 1.34: pkg/apis/core/validation',
  },
  ({ field, reason, message }) => /\.image$/.test(field) && reason === 'FieldValueRequired' && message !== '',
);
