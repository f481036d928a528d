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

/** A suffix to show: a secret's name, or a parameter that exists. */
const sampleSuffix = ({ name, form }: Annotation): string => {
  if (form === 'secret') return '-config';
  if (form !== 'parameter') return '';
  return name === 'auth-config' ? '-token-path' : '-prometheus-retention-time';
};

/** The line of a manifest. A template, and what has quotes in it, is written in single quotes. */
const lineOf = (annotation: Annotation): string => {
  const { name, example } = annotation;
  const quoted = example.includes('"') ? `'${example.replaceAll("'", "''")}'` : `"${example}"`;
  return `${PREFIX}${name}${sampleSuffix(annotation)}: ${quoted}`;
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
  const { name, form, kind, topic, summary, effect, trap, words } = annotation;
  const fallback = fallbackOf(annotation);
  return {
    name: name + SUFFIX[form],
    bare: name,
    form,
    topic,
    type: TYPES[kind],
    summary,
    effect,
    example: lineOf(annotation),
    ...(fallback !== undefined && { fallback }),
    ...(trap !== undefined && { trap }),
    ...(words !== undefined && { words }),
  };
});
