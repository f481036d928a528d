import { apiRule } from '../kubernetes/api-rule.ts';

export const podMissingVolume = apiRule(
  {
    id: 'pod/missing-volume',
    severity: 'error',
    title: 'A mount names a volume that the Pod does not have',
    why: 'The API server compares volumeMounts with volumes before the injector is asked: even vault-secrets cannot be mounted by name.',
    wrong: 'volumeMounts:\n  - name: vault-secrets\n    mountPath: /vault/secrets',
    right: '# leave it out: the injector adds volume and mount',
    lessons: ['L09'],
    source: 'kubernetes 1.34: pkg/apis/core/validation',
  },
  ({ field, reason, message }) =>
    /volumeMounts\[\d+\]\.name$/.test(field) && reason === 'FieldValueNotFound' && message !== '',
);
