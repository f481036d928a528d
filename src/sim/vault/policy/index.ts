/** Policies and the ACL: texts in, decisions and their reasons out. */
export { compileAcl } from './acl.ts';
export { CONTROL_GROUP_POLICY, DEFAULT_POLICY, RESPONSE_WRAPPING_POLICY } from './builtin.ts';
export { type Capability, namesOf } from './capability.ts';
export type { Refusal } from './decide.ts';
export { type Explanation, explain, type Loser, type RuleView, type Verdict } from './explain.ts';
export { inspectPolicy, type PolicyInspection, type StanzaKey, type StanzaView, type Word } from './inspect.ts';
export type { NearMiss, NearMissReason } from './near-miss.ts';
export { parsePolicy } from './parse.ts';
export { matches, type PathPattern, patternOf, writtenPath } from './path-pattern.ts';
export type { Policy } from './policy.ts';
export type { Advantage } from './precedence.ts';
export type { Permissions, Rule, Source, Stanza } from './rule.ts';
