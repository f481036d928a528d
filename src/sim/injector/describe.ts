import {
  type Annotation,
  type Fallback,
  type Form,
  PREFIX,
  type Topic,
  type ValueKind,
} from './annotations/description.ts';
import { ANNOTATIONS, keyOf } from './annotations/index.ts';
import { SETTINGS } from './settings/settings.ts';

/** One annotation as editor completion, hovers and the reference page show it. */
export interface DescribedAnnotation {
  /** Key to write; `<name>` or `<parameter>` stands for the suffix. */
  readonly key: string;
  readonly name: string;
  readonly form: Form;
  readonly topic: Topic;
  readonly kind: ValueKind;
  readonly words: readonly string[];
  /** In words; undefined where there is no default. */
  readonly fallback: string | undefined;
  /** The injector's environment variable that sets the default. */
  readonly setting: string | undefined;
  readonly summary: string;
  readonly effect: string;
  readonly trap: string | undefined;
  readonly example: string;
}

const fallbackText = (fallback: Fallback): string => {
  if ('text' in fallback) return fallback.text === '' ? 'empty' : fallback.text;
  if ('says' in fallback) return fallback.says;
  const value = String(SETTINGS[fallback.setting].fallback);
  return value === '' ? (fallback.ifEmpty ?? "the injector's setting") : value;
};

const described = ({
  name,
  form,
  topic,
  kind,
  words,
  fallback,
  summary,
  effect,
  trap,
  example,
}: Annotation): DescribedAnnotation => ({
  key: form === 'secret' ? keyOf(name, '<name>') : form === 'parameter' ? keyOf(name, '<parameter>') : PREFIX + name,
  name,
  form,
  topic,
  kind,
  words: words ?? [],
  fallback: fallback && fallbackText(fallback),
  setting: fallback && 'setting' in fallback && fallback.setting ? SETTINGS[fallback.setting].env : undefined,
  summary,
  effect,
  trap,
  example,
});

/** Every annotation the injector knows, in the order of the reference. */
export const describeAnnotations = (): readonly DescribedAnnotation[] => ANNOTATIONS.map(described);
