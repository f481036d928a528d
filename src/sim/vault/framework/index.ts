/** Everything a backend needs to be one. */
export * from './backend.ts';
export { addressAllowed, addressBytes, parseAddresses } from './cidr.ts';
export type { Core, LogLevel } from './core.ts';
export { formatGoDuration, parseGoDuration, parseVaultDuration, shortDuration } from './duration.ts';
export * from './errors.ts';
export type { FieldData, FieldSchema, FieldSchemas, FieldType, FieldValues } from './fields.ts';
export { goTime } from './go-time.ts';
export { goPrint, goQuote, goType } from './go-value.ts';
export type { AliasView, EntityView, GroupView, IdentityHooks } from './identity.ts';
export * from './patterns.ts';
export type { Acl, AclDecision, AclRequest, Parsed, ParsedPolicy, TemplateSubject } from './policy.ts';
export type { Caller, Mount, Operation, Request } from './request.ts';
export * from './response.ts';
export * from './token-fields.ts';
export { calculateTtl } from './ttl.ts';
