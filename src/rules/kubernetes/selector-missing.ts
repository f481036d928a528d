import { apiRule } from '../kubernetes/api-rule.ts';

export const kubernetesSelectorMissing = apiRule(
  {
    id: 'kubernetes/selector-missing',
    severity: 'error',
    title: 'A selector is missing or empty',
    why: 'Workloads of apps/v1 need spec.selector; without one the API server refuses the object.',
    wrong: 'spec:\n  template: {}',
    right: 'spec:\n  selector: {matchLabels: {app: web}}',
    lessons: ['L09'],
    source: 'kubernetes 1.34: pkg/apis/core/validation',
  },
  ({ field, reason, message }) => field === 'spec.selector' && reason !== '' && message !== '',
);
