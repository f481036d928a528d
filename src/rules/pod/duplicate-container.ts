import { apiRule } from '../kubernetes/api-rule.ts';

export const podDuplicateContainer = apiRule(
  {
    id: 'pod/duplicate-container',
    severity: 'error',
    title: 'Two containers have one name',
    why: "The names of a Pod's containers, init containers included, must differ.",
    wrong: 'containers:\n  - name: app\n  - name: app',
    right: 'containers:\n  - name: app\n  - name: worker',
    lessons: ['L09'],
    source: 'kubernetes 1.34: pkg/apis/core/validation',
  },
  ({ field, reason, message }) =>
    /ontainers\[\d+\]\.name$/.test(field) && reason === 'FieldValueDuplicate' && message !== '',
);
