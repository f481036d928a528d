import { apiRule } from '../kubernetes/api-rule.ts';

export const podNoContainers = apiRule(
  {
    id: 'pod/no-containers',
    severity: 'error',
    title: 'A Pod needs a container',
    why: 'spec.containers must hold at least one container.',
    wrong: 'containers: []',
    right: 'containers:\n  - name: app\n    image: example.com/web:1',
    lessons: ['L09'],
    source: 'kubernetes 1.34: pkg/apis/core/validation',
  },
  ({ field, reason, message }) => /spec\.containers$/.test(field) && reason === 'FieldValueRequired' && message !== '',
);
