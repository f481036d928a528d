import type { Rule } from '../rule.ts';
import { outerAnnotations, podAnnotations } from '../workspace/pods.ts';

export const annotationNotString: Rule = {
  id: 'injector/annotation-not-string',
  severity: 'error',
  title: 'An annotation must be a string',
  why: 'Annotations map strings to strings. Kubernetes reads YAML 1.1, in which an unquoted true, yes, on or 1 is no string, so the API server refuses the whole object before the injector sees it.',
  wrong: 'vault.hashicorp.com/agent-inject: true',
  right: 'vault.hashicorp.com/agent-inject: "true"',
  lessons: ['L09'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/',
  *check(workspace) {
    for (const { manifest, path, key, value } of [...podAnnotations(workspace), ...outerAnnotations(workspace)]) {
      if (typeof value === 'string') continue;
      const node = manifest.document.node(path);
      const span = manifest.document.span(path);
      const kind =
        value === null
          ? 'empty'
          : Array.isArray(value)
            ? 'a list'
            : typeof value === 'object'
              ? 'a map'
              : `a ${typeof value}`;
      yield {
        file: manifest.file,
        span,
        message: `The value of ${key} is ${kind}, not a string.`,
        ...(node?.kind === 'scalar' &&
          value !== null && {
            fix: { title: `Quote it: "${node.text}"`, edits: [{ file: manifest.file, span, text: `"${node.text}"` }] },
          }),
      };
    }
  },
};
