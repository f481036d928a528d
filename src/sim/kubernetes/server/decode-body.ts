import { jsonSyntaxError } from '../../go/json-syntax.ts';
import { badRequest, unsupportedMediaType } from '../api/status.ts';
import { decode, type Json, jsonKind } from '../schema/decode.ts';
import { hexOf } from './hex.ts';
import { type ApiRequest, contentType, param } from './request.ts';

/** The scheme's name as the server prints it. */
const SCHEME = 'in scheme "pkg/runtime/scheme.go:110"';

/** Kinds the server's decoder knows beyond those of this model, by group version: enough to tell a stranger from a mix-up. */
export interface Expected {
  readonly kind: string;
  /** `v1`, `apps/v1`. */
  readonly apiVersion: string;
  /** Whether a kind is registered under an apiVersion. */
  readonly registered: (apiVersion: string, kind: string) => boolean;
}

const summary = (text: string): string => {
  if (text === '') return '<empty>';
  if (text.startsWith('{')) return text.length > 30 ? `${text.slice(0, 30)} ...` : text;
  return text.length > 30 ? `${hexOf(text.slice(0, 30))} ...` : hexOf(text);
};

/** A body as a JSON value; text that is none is refused in the words of the decoder. */
const parseBody = (body: unknown, kind: string): Json => {
  if (typeof body === 'string' || body === null || body === undefined) {
    const text = typeof body === 'string' ? body : '';
    const error = jsonSyntaxError(text);
    if (error !== undefined)
      throw badRequest(
        `the object provided is unrecognized (must be of type ${kind}): couldn't get version/kind; json parse error: ${error} (${summary(text)})`,
      );
    return parseBody(JSON.parse(text), kind);
  }
  if (typeof body !== 'object' || Array.isArray(body)) {
    const text = JSON.stringify(body);
    throw badRequest(
      `the object provided is unrecognized (must be of type ${kind}): couldn't get version/kind; json parse error: json: cannot unmarshal ${jsonKind(body)} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" } (${summary(text)})`,
    );
  }
  return body as Json;
};

/**
 * Read the body of a write as an object of the expected kind; apiVersion and kind may be left out.
 * @param warnings unknown fields are added here unless the request asks otherwise (`fieldValidation`)
 * @throws StatusError 400 or 415
 */
export const decodeBody = (
  request: ApiRequest,
  expected: Expected,
  warnings: string[],
  struct = expected.kind,
): Json => {
  const type = contentType(request);
  if (type !== 'application/json' && type !== '')
    throw unsupportedMediaType(
      'the body of the request was in an unknown format - accepted media types include: application/json, application/yaml, application/vnd.kubernetes.protobuf',
    );
  const given = parseBody(request.body, expected.kind);
  checkIdentity(given, expected);
  return decodeInto(given, expected, warnings, param(request, 'fieldValidation'), struct);
};

const checkIdentity = (given: Json, expected: Expected): void => {
  const kind = given.kind === undefined || given.kind === '' ? expected.kind : String(given.kind);
  const apiVersion =
    given.apiVersion === undefined || given.apiVersion === '' ? expected.apiVersion : String(given.apiVersion);
  if (kind === expected.kind && apiVersion === expected.apiVersion) return;
  const version = apiVersion.split('/').at(-1) ?? '';
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  const cannot = `${kind} in version ${JSON.stringify(version)} cannot be handled as a ${expected.kind}`;
  if (!expected.registered(apiVersion, kind))
    throw badRequest(
      `${cannot}: no kind ${JSON.stringify(kind)} is registered for version ${JSON.stringify(apiVersion)} ${SCHEME}`,
    );
  if (apiVersion !== expected.apiVersion)
    throw badRequest(
      `the API version in the data (${apiVersion}) does not match the expected API version (${expected.apiVersion})`,
    );
  throw badRequest(
    `${cannot}: converting (${version}.${kind}) to (${group === '' ? 'core' : group.split('.')[0]}.${expected.kind}): unknown conversion`,
  );
};

/** Read a JSON value as the expected kind; type errors and, if asked for, unknown fields are refused. */
export const decodeInto = (
  given: Json,
  expected: Expected,
  warnings: string[],
  fieldValidation: string,
  struct = expected.kind,
): Json => {
  const { object, unknown, error } = decode(given, struct);
  const cannot = `${expected.kind} in version "v1" cannot be handled as a ${expected.kind}`;
  if (error !== undefined) throw badRequest(`${cannot}: ${error}`);
  const fields = unknown.map((path) => `unknown field ${JSON.stringify(path)}`);
  if (fieldValidation === 'Strict' && fields.length > 0)
    throw badRequest(`${cannot}: strict decoding error: ${fields.join(', ')}`);
  if (fieldValidation !== 'Ignore') warnings.push(...fields);
  return object;
};
