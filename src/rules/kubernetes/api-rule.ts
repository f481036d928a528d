import type { FieldError } from '../../sim/kubernetes/api/field-errors.ts';
import type { Span } from '../../yaml/index.ts';
import type { Rule } from '../rule.ts';
import { apiVerdict } from '../workspace/api-server.ts';
import { existing, pathOfField } from '../workspace/field-path.ts';
import { keySpan } from '../workspace/pods.ts';
import { isObject, type Manifest, valueAt } from '../workspace/workspace.ts';

export type Says = Omit<Rule, 'check'>;

/** A rule about some of the refusals of the API server. */
export interface ApiRule extends Rule {
  readonly claims: (error: FieldError) => boolean;
}

/** The API server leaves `metadata` out where it names labels and annotations of a Pod template. */
const written = (field: string): string => field.replace(/\.template\.(labels|annotations)$/, '.template.metadata.$1');

/** Where a field the API server complains about stands: the key of a map's entry, the value, or what is around it. */
const spanOf = (manifest: Manifest, { field, message }: FieldError): Span => {
  const path = pathOfField(written(field));
  const map = valueAt(manifest.value, path);
  const named = /^Invalid value: "((?:[^"\\]|\\.)*)"/.exec(message)?.[1];
  if (isObject(map) && named !== undefined) {
    const key = Object.keys(map).find((k) => k === named || map[k] === named);
    if (key !== undefined) return keySpan(manifest, [...path, key]);
  }
  const there = existing(manifest.document, path);
  const node = manifest.document.node(there);
  if (node?.kind === 'scalar' || there.length === 0)
    return manifest.document.span(there.length === 0 ? ['kind'] : there);
  return typeof there.at(-1) === 'number'
    ? { start: manifest.document.place(there), end: manifest.document.place(there) }
    : keySpan(manifest, there);
};

/** @param claims which refusals of the API server this rule speaks of */
export const apiRule = (says: Says, claims: ApiRule['claims']): ApiRule => ({
  ...says,
  claims,
  *check({ manifests }) {
    for (const manifest of manifests)
      for (const error of apiVerdict(manifest).invalid)
        if (claims(error))
          yield { file: manifest.file, span: spanOf(manifest, error), message: `${error.field}: ${error.message}` };
  },
});
