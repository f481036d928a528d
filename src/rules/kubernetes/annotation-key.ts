import { apiRule } from '../kubernetes/api-rule.ts';

export const kubernetesAnnotationKey = apiRule(
  {
    id: 'kubernetes/annotation-key',
    severity: 'error',
    title: 'This is no key for an annotation',
    why: 'After the slash a key has at most 63 letters, digits, dashes, underscores and dots, and begins and ends with a letter or digit. A suffix cannot begin with a dot or contain a slash; name the file with agent-inject-file-<name> instead.',
    wrong: 'vault.hashicorp.com/agent-inject-secret-app/config: kv/data/app',
    right: 'vault.hashicorp.com/agent-inject-secret-config: kv/data/app',
    lessons: ['L09', 'L10'],
    source: 'kubernetes 1.34: pkg/apis/core/validation',
  },
  ({ field, reason, message }) => /annotations$/.test(field) && reason === 'FieldValueInvalid' && message !== '',
);
