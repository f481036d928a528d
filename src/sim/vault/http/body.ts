/** The parameters in a request's body. (vault: http/handler.go, parseJSONRequest, parseFormRequest) */
import { type Headers, header } from '../../kernel/http.ts';
import { goType } from '../framework/index.ts';
import { afterValue, decodeJson } from './json.ts';
import { parseQuery } from './path.ts';

export type Parameters =
  | { readonly data: Readonly<Record<string, unknown>> }
  | { readonly status: number; readonly error: string };

const refused = (status: number, error: string): Parameters => ({ status, error });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const KINDS: Readonly<Record<string, string>> = {
  '[]interface {}': 'array',
  'json.Number': 'number',
};

const notAnObject = (value: unknown, strict: boolean): Parameters => {
  if (!strict) return refused(400, 'error parsing JSON');
  const kind = KINDS[goType(value)] ?? goType(value);
  const into = `json: cannot unmarshal ${kind} into Go value of type map[string]interface {}`;
  return refused(400, `error parsing JSON: failed to parse JSON input: ${into}`);
};

const parseText = (text: string, strict: boolean): Parameters => {
  if (text.trim() === '') return { data: {} };
  const decoded = decodeJson(text, strict);
  if ('problem' in decoded) return strict ? refused(500, decoded.problem) : refused(400, 'error parsing JSON');
  if (strict && decoded.rest !== '') return refused(500, afterValue(decoded.rest));
  if (decoded.value === null) return { data: {} };
  return isObject(decoded.value) ? { data: decoded.value } : notAnObject(decoded.value, strict);
};

const isForm = (headers: Headers): boolean =>
  (header(headers, 'content-type') ?? '').toLowerCase().startsWith('application/x-www-form-urlencoded');

/**
 * @param body a JSON value, or text as it was sent
 * @param strict Vault 1.21's reader
 */
export const parseBody = (body: unknown, headers: Headers, strict: boolean): Parameters => {
  if (body === null || body === undefined) return { data: {} };
  if (typeof body === 'string') {
    if (isForm(headers)) return { data: parseQuery(body) };
    return parseText(body, strict);
  }
  return isObject(body) ? { data: body } : notAnObject(body, strict);
};
