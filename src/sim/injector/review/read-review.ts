import { load } from 'js-yaml';
import { jsonSyntaxError } from '../../go/json-syntax.ts';
import { Refusal } from '../go/refusal.ts';
import { decode } from '../types/decode.ts';

/** The half of an AdmissionReview that comes in. */
export interface Review {
  /** As the sender wrote them: the answer carries the same. */
  readonly apiVersion: string;
  readonly kind: string;
  readonly request: AdmissionRequest | undefined;
}

export interface AdmissionRequest {
  readonly uid?: string;
  readonly namespace?: string;
  /** Undecoded; undefined where there is none. */
  readonly object?: unknown;
}

const VERSION_AND_KIND =
  'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';
const cannotTell = (why: string): Refusal => new Refusal(`couldn't get version/kind; json parse error: ${why}`);

const described = (value: unknown): string =>
  Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;

const parsed = (text: string): unknown => {
  if (text.trim() === '') return null;
  if (!/^\s*\{/.test(text)) {
    try {
      return load(text) ?? null; // whatever does not begin with a brace is taken for YAML
    } catch (error) {
      // The library's words are its own; Go's YAML reader has others for each mistake.
      const line = Number(/\((\d+):/.exec(String(error))?.[1] ?? 1);
      throw new Refusal(`yaml: ${line > 1 ? `line ${line}: ` : ''}mapping values are not allowed in this context`);
    }
  }
  const error = jsonSyntaxError(text);
  if (error !== undefined) throw cannotTell(error);
  return JSON.parse(text);
};

const word = (document: object, key: 'apiVersion' | 'kind'): string => {
  const value = (document as Record<string, unknown>)[key] ?? '';
  if (typeof value === 'string') return value;
  throw cannotTell(`json: cannot unmarshal ${described(value)} into Go struct field .${key} of type string`);
};

/**
 * Reads a request's body as Kubernetes' decoder does: version and kind first, then the rest, whatever they are.
 * k8s.io/apimachinery: pkg/runtime/serializer/json/{json,meta}.go
 * @param body a JSON value, or a text as it was sent
 * @throws Refusal
 */
export const readReview = (body: unknown): Review => {
  const document = typeof body === 'string' ? parsed(body) : body;
  if (document === null) return { apiVersion: '', kind: '', request: undefined };
  if (typeof document !== 'object' || Array.isArray(document))
    throw cannotTell(`json: cannot unmarshal ${described(document)} into Go value of type ${VERSION_AND_KIND}`);
  const apiVersion = word(document, 'apiVersion');
  const kind = word(document, 'kind');
  if (apiVersion.split('/').length > 2) throw new Refusal(`unexpected GroupVersion string: ${apiVersion}`);
  const { request } = decode('unversionedAdmissionReview', document, { exactKeys: true });
  return { apiVersion, kind, request: request as AdmissionRequest | undefined };
};
