import { apiRule } from '../kubernetes/api-rule.ts';

export const kubernetesSelectorMismatch = apiRule(
  {
    id: 'kubernetes/selector-mismatch',
    severity: 'error',
    title: 'The selector does not match the labels of the Pods',
    why: 'A Deployment finds its Pods by labels. The API server refuses one whose selector does not match its own template.',
    wrong: 'selector: {matchLabels: {app: web}}\ntemplate: {metadata: {labels: {app: api}}}',
    right: 'selector: {matchLabels: {app: web}}\ntemplate: {metadata: {labels: {app: web}}}',
    lessons: ['L09'],
    source: 'kubernetes 1.34: pkg/apis/core/validation',
  },
  ({ field, reason, message }) =>
    field === 'spec.template.metadata.labels' && /does not match template/.test(message) && reason !== '',
);
