import { type FieldError, goString } from './field-errors.ts';

/** The API's answer when it is not an object: `kind: Status`. */
export interface Status {
  readonly kind: 'Status';
  readonly apiVersion: 'v1';
  readonly metadata: object;
  readonly status: 'Failure' | 'Success';
  readonly message?: string;
  readonly reason?: string;
  readonly details?: object;
  readonly code?: number;
}

/** A refusal on its way out; thrown by whatever handles a request, answered by the server. */
export class StatusError extends Error {
  readonly status: Status;
  readonly code: number;
  constructor(status: Status) {
    super(status.message);
    this.status = status;
    this.code = status.code ?? 500;
  }
}

/** Resource or kind with its group, as Go prints it: `pods`, `tokenreviews.authentication.k8s.io`. */
export interface GroupName {
  readonly group: string;
  readonly name: string;
}

/** `pods`, `deployments.apps`. */
export const qualified = ({ group, name }: GroupName): string => (group === '' ? name : `${name}.${group}`);

/** A failure with the fields that are not empty. Source of all texts below: apimachinery pkg/api/errors/errors.go. */
export const failure = (code: number, reason: string, message: string, details?: object): StatusError =>
  new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    ...(reason !== '' && { reason }),
    ...(details && { details }),
    code,
  });

const about = (resource: GroupName, name: string, more: object = {}): object => ({
  ...(name !== '' && { name }),
  ...(resource.group !== '' && { group: resource.group }),
  ...(resource.name !== '' && { kind: resource.name }),
  ...more,
});

/** 404: no object of that name. */
export const notFoundError = (resource: GroupName, name: string): StatusError =>
  failure(404, 'NotFound', `${qualified(resource)} ${goString(name)} not found`, about(resource, name));

/** 409: the name is taken. */
export const alreadyExists = (resource: GroupName, name: string): StatusError =>
  failure(409, 'AlreadyExists', `${qualified(resource)} ${goString(name)} already exists`, about(resource, name));

/** 409: the object changed meanwhile, or a precondition does not hold. */
export const conflict = (resource: GroupName, name: string, why: string): StatusError =>
  failure(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(resource)} ${goString(name)}: ${why}`,
    about(resource, name),
  );

/** 403, by RBAC or by admission; `why` follows "is forbidden". */
export const forbiddenError = (resource: GroupName, name: string, why: string): StatusError => {
  const what = name === '' ? qualified(resource) : `${qualified(resource)} ${goString(name)}`;
  return failure(
    403,
    'Forbidden',
    resource.name === '' ? `forbidden: ${why}` : `${what} is forbidden: ${why}`,
    about(resource, name),
  );
};

/** 400 with a message of its own. */
export const badRequest = (message: string): StatusError => failure(400, 'BadRequest', message);

/** 401: a credential that nobody knows. */
export const unauthorized = (): StatusError => failure(401, 'Unauthorized', 'Unauthorized');

/** 404: no such path. */
export const notRoutable = (): StatusError =>
  failure(404, 'NotFound', 'the server could not find the requested resource', {});

/** 405: the path exists, the method does not. */
export const methodNotAllowed = (): StatusError =>
  failure(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource', {});

/** 500: something behind the server failed. */
export const internalError = (message: string): StatusError =>
  failure(500, 'InternalError', `Internal error occurred: ${message}`, { causes: [{ message }] });

/** 410: a version too old to watch from. */
export const gone = (message: string): StatusError => failure(410, 'Expired', message);

/** 415: a body in an unknown format. */
export const unsupportedMediaType = (message: string): StatusError => failure(415, 'UnsupportedMediaType', message);

/** 422 with a cause a field. `kind` is the kind's name, not the resource's. */
export const invalidError = (kind: GroupName, name: string, errors: readonly FieldError[]): StatusError => {
  const texts = [...new Set(errors.map((e) => `${e.field}: ${e.message}`))];
  const all = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
  const causes = errors.map(({ reason, message, field }) => ({ reason, message, field }));
  return failure(
    422,
    'Invalid',
    `${qualified(kind)} ${goString(name)} is invalid: ${all}`,
    about(kind, name, { causes }),
  );
};

/** The answer of a delete that does not give the object back. */
export const deleted = (resource: GroupName, name: string, uid: string): Status => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Success',
  details: about(resource, name, { uid }),
});
