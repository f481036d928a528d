import { apiRule } from '../kubernetes/api-rule.ts';

export const podDuplicateMount = apiRule(
  {
    id: 'pod/duplicate-mount',
    severity: 'error',
    title: 'Two mounts have one path',
    why: 'The mount paths of a container must differ.',
    wrong: '- {name: a, mountPath: /data}\n- {name: b, mountPath: /data}',
    right: '- {name: a, mountPath: /data/a}\n- {name: b, mountPath: /data/b}',
    lessons: ['L09'],
    source: 'kubernetes 1.34: pkg/apis/core/validation',
  },
  ({ field, reason, message }) =>
    /volumeMounts\[\d+\]\.mountPath$/.test(field) && /unique/.test(message) && reason !== '',
);
