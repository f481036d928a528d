import { KINDS } from '../kinds/index.ts';
import { apiVersionOf, type Kind } from '../kinds/kind.ts';
import type { Expected } from './decode-body.ts';

const registered = (apiVersion: string, kind: string): boolean =>
  KINDS.some((k) => k.kind === kind && apiVersionOf(k) === apiVersion);

/** What a write to this kind's path must contain. */
export const expectedOf = (kind: Kind): Expected => ({ kind: kind.kind, apiVersion: apiVersionOf(kind), registered });

/** The same for bodies that are not stored: reviews and requests. */
export const expectedBody = (apiVersion: string, kind: string): Expected => ({
  kind,
  apiVersion,
  registered: (v, k) => (v === apiVersion && k === kind) || registered(v, k),
});
