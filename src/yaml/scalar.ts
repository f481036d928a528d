import type { Scalar, ScalarStyle } from './node.ts';

/** How plain scalars are read: what `yes`, `017` or `~` mean. */
export type ReadScalar = (text: string, style: ScalarStyle, tag: string | null) => Scalar;

const INTEGER = /^[-+]?[0-9]+$|^0o[0-7]+$|^0x[0-9a-fA-F]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** The core schema of YAML 1.2.2, section 10.3: what our own files use. Dates stay strings. */
export const readCoreScalar: ReadScalar = (text, style, tag) => {
  if (tag === '!!str' || tag === '!' || (style !== 'plain' && tag === null)) return text;
  if (/^(?:null|Null|NULL|~|)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (INTEGER.test(text) || FLOAT.test(text)) return Number(text);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return Number.NaN;
  return text;
};
