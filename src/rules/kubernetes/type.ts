import type { Rule } from '../rule.ts';
import { apiVerdict } from '../workspace/api-server.ts';
import { existing, pathOfField } from '../workspace/field-path.ts';

export const kubernetesType: Rule = {
  id: 'kubernetes/type',
  severity: 'error',
  title: 'This value has the wrong type',
  why: 'The API server reads typed objects: a number where a text belongs, or a map where a list belongs, refuses the whole object.',
  wrong: 'env:\n  - name: PORT\n    value: 8080',
  right: 'env:\n  - name: PORT\n    value: "8080"',
  lessons: ['L09'],
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/',
  *check({ manifests }) {
    for (const { document, file, value } of manifests) {
      const { typeError } = apiVerdict({ value });
      // Annotations have a rule of their own, with words of their own.
      if (typeError === undefined || /annotations/.test(typeError)) continue;
      // The decoder's path has the struct's name in front, and no indices.
      const field = /field \w+\.(\S+) of type/.exec(typeError)?.[1] ?? '';
      const path = existing(document, pathOfField(field));
      yield {
        file,
        span:
          path.length === 0
            ? document.span(['kind'])
            : { start: document.keyPlace(path), end: document.keyPlace(path) },
        message: `The API server would say: ${typeError}`,
      };
    }
  },
};
