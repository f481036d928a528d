import type { Rule } from '../rule.ts';
import { apiVerdict } from '../workspace/api-server.ts';

export const kubernetesApiVersion: Rule = {
  id: 'kubernetes/api-version',
  severity: 'error',
  title: 'This kind is in another API version',
  why: 'The API server finds a kind by apiVersion and kind together; kubectl answers that there are no matches.',
  wrong: 'apiVersion: v1\nkind: Deployment',
  right: 'apiVersion: apps/v1\nkind: Deployment',
  lessons: ['L09'],
  source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
  *check({ manifests }) {
    for (const manifest of manifests) {
      const { otherVersion } = apiVerdict(manifest);
      if (otherVersion === undefined) continue;
      const { document, file, kind } = manifest;
      const span = document.span('apiVersion' in manifest.value ? ['apiVersion'] : ['kind']);
      yield {
        file,
        span,
        message: `${kind} is in ${otherVersion}.`,
        ...('apiVersion' in manifest.value && {
          fix: { title: `Change to ${otherVersion}`, edits: [{ file, span, text: otherVersion }] },
        }),
      };
    }
  },
};
