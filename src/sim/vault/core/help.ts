/** `?help=1` on any path: needs a good token, but no policy. (vault: http/help.go; vault/acl.go lets help pass) */

import { unsupportedPath, VaultError } from '../framework/index.ts';
import { pathHelp, rootHelp } from '../framework/path-help.ts';
import { errorAnswer, type HttpAnswer, jsonAnswer } from '../http/answer.ts';
import { backendOf, findPath } from './call.ts';
import { authenticate } from './check-token.ts';
import type { LogicalRequest } from './logical-request.ts';
import { errorText } from './reply.ts';
import { matchingMount, pathBelow } from './route.ts';
import type { Transaction } from './transaction.ts';

const refused = (error: VaultError): HttpAnswer => errorAnswer(error.status, errorText(error, true));

/** The help text of a mount or a path. The OpenAPI document beside it is not modelled: it is empty. */
export const helpAnswer = (tx: Transaction, request: LogicalRequest): HttpAnswer => {
  const rights = authenticate(tx, request);
  if (rights instanceof VaultError) return refused(rights);
  const mount = matchingMount(tx.state, request.path);
  if (!mount) return errorAnswer(404, `no handler for route ${JSON.stringify(request.path)}. route entry not found.`);
  const backend = backendOf(tx, mount);
  const below = pathBelow(mount, request.path);
  const found = below === '' ? undefined : findPath(backend, below);
  if (below !== '' && !found) return refused(unsupportedPath());
  const help = found ? pathHelp(found.path, below) : rootHelp(backend, mount.type);
  return jsonAnswer(200, { help, openapi: null, see_also: null });
};
