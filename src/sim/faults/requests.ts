/** What somebody with every right does to Vault and to the API server, as requests from outside. */
import type { Command, Run } from '../kernel/index.ts';
import { rootToken } from './vault-site.ts';

const VAULT = 'http://vault:8200';
const KUBERNETES = 'https://kubernetes.default.svc:443';
/** The administrator's static credential (see the cluster's components). */
const ADMIN = 'admin-token';
/** Milliseconds after which the person gives up. */
const PATIENCE = 60_000;

/** A request to Vault with a root token. @param path without `/v1/` */
export const toVault = (run: Run, method: string, path: string, body?: unknown): Command => ({
  type: 'request',
  id: `${method} ${path}`,
  place: 'operator',
  to: VAULT,
  method,
  path: `/v1/${path}`,
  headers: { 'content-type': 'application/json', 'x-vault-token': rootToken(run) },
  timeout: PATIENCE,
  ...(body !== undefined && { body }),
});

/** A request to the API server as its administrator. */
export const toKubernetes = (method: string, path: string, body?: unknown, contentType?: string): Command => ({
  type: 'request',
  id: `${method} ${path}`,
  place: 'operator',
  to: KUBERNETES,
  method,
  path,
  headers: { 'content-type': contentType ?? 'application/json', authorization: `Bearer ${ADMIN}` },
  timeout: PATIENCE,
  ...(body !== undefined && { body }),
});

export const MERGE_PATCH = 'application/merge-patch+json';
