/** The token parameters of auth methods' roles: fields, rules, old names, bound addresses. */
export { type Addresses, parseAddresses, remoteIsBound } from './addresses.ts';
export {
  applyDeprecated,
  type Deprecated,
  type DeprecatedName,
  deprecatedData,
  deprecatedFields,
} from './deprecated.ts';
export { type TokenFields, tokenFields } from './fields.ts';
export { contains, type IpBlock, parseIp, printIp } from './ip.ts';
export {
  NO_TOKEN_PARAMS,
  type ParsedParams,
  parseTokenFields,
  renewedAuth,
  type TokenParams,
  tokenAuth,
  tokenData,
} from './params.ts';
export { equivalentPolicies, parsePolicies } from './policies.ts';
export { goQuote } from './quote.ts';
