import { fromBase64, fromUtf8 } from '../../../jwt/base64.ts';
import { byText } from '../../../text/order.ts';
import { at, type Json, textAt } from '../objects/json.ts';
import { byteCount } from './config-map.ts';
import { annotationLines, headLines, labelLines } from './text.ts';

const ACCOUNT_TOKEN = 'kubernetes.io/service-account-token';

const decoded = (text: string): string => {
  const read = fromBase64(text);
  return 'bytes' in read ? fromUtf8(read.bytes) : '';
};

/** A Secret: sizes instead of values, but for the token of a service account. (kubectl: pkg/describe/describe.go, describeSecret) */
export const describeSecret = (secret: Json): string => {
  const type = textAt(secret, 'type');
  const data = Object.entries(at(secret, 'data') as Record<string, string>).toSorted(([a], [b]) => byText(a, b));
  return [
    headLines(secret),
    labelLines(secret),
    annotationLines(secret),
    `\nType:\t${type}\n\nData\n====\n`,
    ...data.map(([key, value]) =>
      type === ACCOUNT_TOKEN && key === 'token'
        ? `${key}:\t${decoded(value)}\n`
        : `${key}:\t${byteCount(value)} bytes\n`,
    ),
  ].join('');
};
