import type { User } from '../authn/user.ts';
import type { RequestInfo } from '../server/request-info.ts';

/** What an authorizer is asked. */
export interface Attributes {
  readonly user: User;
  readonly verb: string;
  readonly isResource: boolean;
  readonly group: string;
  /** With the subresource: `serviceaccounts/token`. */
  readonly resource: string;
  readonly namespace: string;
  readonly name: string;
  readonly path: string;
}

/** What a request asks to do, for its caller. */
export const attributesOf = (user: User, info: RequestInfo): Attributes => ({
  user,
  verb: info.verb,
  isResource: info.isResource,
  group: info.group,
  resource: info.subresource === '' ? info.resource : `${info.resource}/${info.subresource.split('/')[0]}`,
  namespace: info.namespace,
  name: info.name,
  path: info.path,
});
