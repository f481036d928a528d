import { byText } from '../../../text/order.ts';
import { at, type Json } from '../objects/json.ts';
import { annotationLines, headLines, labelLines } from './text.ts';

/** Bytes that a base64 text stands for. */
export const byteCount = (base64: string): number => Math.floor((base64.replace(/=+$/, '').length * 3) / 4);

/** A ConfigMap with all it holds. (kubectl: pkg/describe/describe.go, ConfigMapDescriber) */
export const describeConfigMap = (map: Json): string => {
  const entries = (field: string): [string, string][] =>
    Object.entries(at(map, field) as Record<string, string>).toSorted(([a], [b]) => byText(a, b));
  return [
    headLines(map),
    labelLines(map),
    annotationLines(map),
    '\nData\n====\n',
    ...entries('data').map(([key, value]) => `${key}:\n----\n${value}\n\n`),
    '\nBinaryData\n====\n',
    ...entries('binaryData').map(([key, value]) => `${key}: ${byteCount(value)} bytes\n`),
    '\n',
  ].join('');
};
