import { structOf } from '../../sim/kubernetes/schema/types.ts';
import { nearest } from '../../text/suggest.ts';
import type { Rule } from '../rule.ts';
import { apiVerdict } from '../workspace/api-server.ts';
import { pathOfField } from '../workspace/field-path.ts';
import { keySpan } from '../workspace/pods.ts';

const NAMES = [
  'Deployment',
  'DeploymentSpec',
  'PodSpec',
  'Container',
  'ObjectMeta',
  'Volume',
  'VolumeMount',
  'EnvVar',
  'ServiceAccountTokenProjection',
].flatMap((name) => structOf(name).fields.map((f) => f.name));

export const kubernetesUnknownField: Rule = {
  id: 'kubernetes/unknown-field',
  severity: 'error',
  title: 'This kind has no such field',
  why: 'kubectl asks for strict validation: the API server refuses an object with a field that it does not know. Other clients are only warned, and the field is dropped.',
  wrong: 'spec:\n  serviceAccount_name: web',
  right: 'spec:\n  serviceAccountName: web',
  lessons: ['L09'],
  source: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  *check({ manifests }) {
    for (const manifest of manifests)
      for (const field of apiVerdict(manifest).unknown) {
        const path = pathOfField(field);
        const key = String(path.at(-1));
        if (manifest.document.node(path) === null) continue;
        const near = nearest(key, NAMES);
        const span = keySpan(manifest, path);
        yield {
          file: manifest.file,
          span,
          message: `${manifest.kind} has no field ${field}.${near === null || near === key ? '' : ` Did you mean ${near}?`}`,
        };
      }
  },
};
