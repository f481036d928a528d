/** Each token's own room: nobody else's token sees it, and it ends with its token. (vault: vault/logical_cubbyhole.go) */
import {
  type BackendDefinition,
  backendType,
  errorResponse,
  goError,
  listResponse,
  matchAll,
  path,
  type Request,
} from '../framework/index.ts';

type Room = Record<string, Readonly<Record<string, unknown>>>;
/** By token id, then by path. */
type Storage = Record<string, Room>;

const roomOf = (request: Request<Storage>): Room => {
  const { caller, storage } = request;
  if (!caller) throw goError('client token empty');
  if (caller.type === 'batch') throw errorResponse('cubbyhole operations are only supported by "service" type tokens');
  return Object.hasOwn(storage, caller.id) ? (storage[caller.id] ?? {}) : {};
};

const write = (request: Request<Storage>): undefined => {
  const { caller, storage, path: below, data } = request;
  const room = roomOf(request);
  if (Object.keys(data).length === 0) throw goError('missing data fields');
  if (caller) storage[caller.id] = { ...room, [below]: data };
  return undefined;
};

/** Keys below a folder, each once: a deeper one shows as its next folder. */
const keysBelow = (room: Room, folder: string): string[] => {
  const prefix = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  const names = Object.keys(room)
    .filter((key) => key.startsWith(prefix))
    .map((key) => /^[^/]*\/?/.exec(key.slice(prefix.length))?.[0] ?? '');
  return [...new Set(names)].sort();
};

const room = path<Storage>()({
  pattern: matchAll('path'),
  fields: { path: { type: 'string' } },
  takesArbitraryInput: true,
  exists: (_, request) => request.caller !== undefined && Object.hasOwn(roomOf(request), request.path),
  operations: {
    read: (_, request) => {
      const held = roomOf(request);
      return Object.hasOwn(held, request.path) ? { data: held[request.path] ?? {} } : undefined;
    },
    create: (_, request) => write(request),
    update: (_, request) => write(request),
    delete: (_, request) => {
      const { caller, storage } = request;
      const { [request.path]: _gone, ...rest } = roomOf(request);
      if (caller) storage[caller.id] = rest;
      return undefined;
    },
    list: (_, request) => listResponse(keysBelow(roomOf(request), request.path)),
  },
});

const backend: BackendDefinition<Storage> = { paths: [room] };

export const cubbyhole = backendType<Storage>({
  type: 'cubbyhole',
  class: 'secret',
  init: () => ({}),
  backend: () => backend,
});
