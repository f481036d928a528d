import { goJson, sorted } from '../../../go/json-write.ts';
import { at, type Json } from './json.ts';

export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** What a file says, as the annotation keeps it. (kubectl: pkg/util/apply.go, GetModifiedConfiguration) */
export const lastAppliedText = (object: Json): string => {
  const { [LAST_APPLIED]: _, ...annotations } = at(object, 'metadata', 'annotations');
  return `${goJson(sorted({ ...object, metadata: { ...at(object, 'metadata'), annotations } }))}\n`;
};

/** The object with the annotation that says what was applied. */
export const annotated = (object: Json): Json => ({
  ...object,
  metadata: {
    ...at(object, 'metadata'),
    annotations: { ...at(object, 'metadata', 'annotations'), [LAST_APPLIED]: lastAppliedText(object) },
  },
});
