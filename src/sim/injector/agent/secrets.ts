import { keyOf } from '../annotations/index.ts';
import { parseBool } from '../go/parse.ts';
import { Refusal } from '../go/refusal.ts';
import { type Annotations, reading } from './annotations.ts';
import { Sourced } from './sourced.ts';

/** One file to render. */
export interface Secret {
  /** File name: the suffix, in lower case unless told otherwise. */
  readonly name: Sourced<string>;
  readonly path: Sourced<string>;
  readonly template: Sourced<string>;
  readonly templateFile: Sourced<string>;
  readonly mountPath: Sourced<string>;
  readonly command: Sourced<string>;
  readonly leftDelimiter: Sourced<string>;
  readonly rightDelimiter: Sourced<string>;
  readonly file: Sourced<string>;
  readonly permissions: Sourced<string>;
  readonly errorOnMissingKey: Sourced<boolean>;
}

/** What declares a secret, in the order in which a key is tried: `template-file-x` is no template named `file-x`. */
const DECLARING = ['agent-inject-secret', 'agent-inject-template-file', 'agent-inject-template'].map(
  (name) => `${keyOf(name)}-`,
);

/** Go's unicode.IsSpace, which knows U+0085 and not U+FEFF. */
const BLANK = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$/;

const declared = (annotations: Annotations): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const key of annotations.keys()) {
    if (BLANK.test(annotations.given[key] ?? '')) continue;
    const prefix = DECLARING.find((prefix) => key.startsWith(prefix) && key.length > prefix.length);
    const suffix = prefix && key.slice(prefix.length);
    if (suffix && !found.has(suffix)) found.set(suffix, key);
  }
  return found;
};

const preservesCase = (annotations: Annotations, suffix: string): Sourced<boolean> => {
  const text = annotations.ofSecret('preserve-secret-case', suffix) ?? annotations.text('preserve-secret-case');
  return text.map((value) => {
    try {
      return parseBool(value);
    } catch (error) {
      if (error instanceof Refusal) return false; // what is no boolean is taken for false
      throw error;
    }
  });
};

const secretOf = (annotations: Annotations, suffix: string, key: string): Secret => {
  const own = (name: string): Sourced<string> => annotations.ofSecret(name, suffix) ?? new Sourced('');
  const template = own('agent-inject-template');
  const keepsCase = preservesCase(annotations, suffix);
  return {
    name: new Sourced(keepsCase.value ? suffix : suffix.toLowerCase(), [key, ...keepsCase.from]),
    path: own('agent-inject-secret'),
    template,
    templateFile: template.value === '' ? own('agent-inject-template-file') : new Sourced(''),
    mountPath: annotations.ofSecret('secret-volume-path', suffix) ?? annotations.text('secret-volume-path'),
    command: own('agent-inject-command'),
    leftDelimiter: own('agent-template-left-delim'),
    rightDelimiter: own('agent-template-right-delim'),
    file: own('agent-inject-file'),
    permissions: own('agent-inject-perms'),
    errorOnMissingKey: reading(own('error-on-missing-key'), parseBool),
  };
};

/**
 * The files that a Pod's annotations ask for, in byte order of the keys that declare them. The real program's order is
 * that of a Go map, so random; nothing depends on it but which of two secrets with the same file name is written last.
 * vault-k8s: agent-inject/agent/annotations.go `secrets`
 * @throws Refusal for a value of `error-on-missing-key-<name>` that is no boolean
 */
export const readSecrets = (annotations: Annotations): readonly Secret[] =>
  [...declared(annotations)].map(([suffix, key]) => secretOf(annotations, suffix, key));
