import type { Scalar, ScalarStyle } from './node.ts';
import type { ReadScalar } from './scalar.ts';

/**
 * Kubernetes reads YAML with sigs.k8s.io/yaml, which keeps go-yaml v2: booleans of YAML 1.1, integers as Go's
 * `ParseInt` with base 0 after `_` is dropped, no base 60, and dates remain text (go-yaml v2: resolve.go).
 */
export type KubernetesKind = 'string' | 'boolean' | 'null' | 'integer' | 'float';

const TRUE = /^(?:y|Y|yes|Yes|YES|on|On|ON|true|True|TRUE)$/;
const FALSE = /^(?:n|N|no|No|NO|off|Off|OFF|false|False|FALSE)$/;
const NULL = /^(?:~|null|Null|NULL|)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INFINITE = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;

const integerOf = (text: string): number | null => {
  const match = INTEGER.exec(text);
  if (match === null) return null;
  const [, sign, hex, binary, octal, decimal] = match;
  const size =
    hex !== undefined
      ? Number.parseInt(hex, 16)
      : binary !== undefined
        ? Number.parseInt(binary, 2)
        : octal !== undefined
          ? Number.parseInt(octal, 8)
          : Number(decimal);
  return sign === '-' ? 0 - size : size;
};

/** The value of a scalar as the API server sees it. */
export const readKubernetesScalar: ReadScalar = (text: string, style: ScalarStyle, tag: string | null): Scalar => {
  if (tag === '!!str' || tag === '!' || (style !== 'plain' && tag === null)) return text;
  if (NULL.test(text)) return null;
  if (TRUE.test(text)) return true;
  if (FALSE.test(text)) return false;
  if (NOT_A_NUMBER.test(text)) return Number.NaN;
  if (INFINITE.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (!/^[-+.0-9]/.test(text)) return text;
  const digits = text.startsWith('.') ? text : text.replaceAll('_', '');
  return integerOf(digits) ?? (FLOAT.test(digits) ? Number(digits) : text);
};

/** The kind of a scalar in Kubernetes' reading, for messages such as "this is a boolean, not a string". */
export const kubernetesKind = (text: string, style: ScalarStyle, tag: string | null = null): KubernetesKind => {
  const value = readKubernetesScalar(text, style, tag);
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'string';
  return integerOf(text.replaceAll('_', '')) === null ? 'float' : 'integer';
};
