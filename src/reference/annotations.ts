import { type Annotation, PREFIX } from '../sim/injector/annotations/description.ts';
import { ANNOTATIONS } from '../sim/injector/annotations/index.ts';
import type { ReferenceEntry } from './entry.ts';

export { PREFIX };

const TYPES: Readonly<Record<Annotation['kind'], string>> = {
  bool: 'boolean in quotes',
  int: 'number in quotes',
  uint: 'number in quotes',
  float: 'number in quotes',
  duration: 'Go duration',
  quantity: 'quantity of Kubernetes',
  'json-patch': 'JSON patch',
  word: 'word',
  text: 'text',
  list: 'comma-separated list',
  template: 'template',
  path: 'path',
  name: 'name',
  json: 'JSON',
};

const SUFFIX: Readonly<Record<Annotation['form'], string>> = {
  plain: '',
  secret: '-<name>',
  'plain or secret': '[-<name>]',
  parameter: '-<parameter>',
};

const fallbackOf = ({ fallback }: Annotation): string | undefined => {
  if (!fallback) return undefined;
  if ('text' in fallback) return fallback.text === '' ? undefined : fallback.text;
  if ('says' in fallback) return fallback.says;
  return fallback.ifEmpty ?? 'a setting of the injector';
};

/** An annotation with the topic it is listed under. */
export interface AnnotationEntry extends ReferenceEntry {
  readonly topic: Annotation['topic'];
  /** Name without suffix, by which the injector's own description is found. */
  readonly bare: string;
  readonly form: Annotation['form'];
}

/** Every annotation of the injector. The descriptions are those that the model itself reads. */
export const annotations: readonly AnnotationEntry[] = ANNOTATIONS.map((annotation) => {
  const { name, form, kind, topic, summary, effect, trap, example, words } = annotation;
  const fallback = fallbackOf(annotation);
  return {
    name: name + SUFFIX[form],
    bare: name,
    form,
    topic,
    type: TYPES[kind],
    summary,
    effect,
    example,
    ...(fallback !== undefined && { fallback }),
    ...(trap !== undefined && { trap }),
    ...(words !== undefined && { words }),
  };
});
