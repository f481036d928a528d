/** Policies and the ACL: texts in, decisions and their reasons out. */
export { compileAcl } from './acl.ts';
export { CONTROL_GROUP_POLICY, DEFAULT_POLICY, RESPONSE_WRAPPING_POLICY } from './builtin.ts';
export { type Capability, namesOf } from './capability.ts';
export { parsePolicy } from './parse.ts';
export type { Policy } from './policy.ts';
export type { Advantage } from './precedence.ts';
export type { Permissions, Rule, Source, Stanza } from './rule.ts';
