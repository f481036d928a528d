import { apiRule } from '../kubernetes/api-rule.ts';

export const podRestartPolicy = apiRule(
  {
    id: 'pod/restart-policy',
    severity: 'error',
    title: 'This restart policy is not allowed here',
    why: "A Deployment's Pods restart Always; those of a Job restart OnFailure or Never.",
    wrong: 'kind: Job\nspec: {template: {spec: {restartPolicy: Always}}}',
    right: 'kind: Job\nspec: {template: {spec: {restartPolicy: Never}}}',
    lessons: ['L09'],
    source: 'kubernetes 1.34: pkg/apis/core/validation',
  },
  ({ field, reason, message }) => /restartPolicy$/.test(field) && reason !== '' && message !== '',
);
