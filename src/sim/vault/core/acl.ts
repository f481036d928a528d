import type { Acl, EntityView, ParsedPolicy } from '../framework/index.ts';
import {
  CONTROL_GROUP_POLICY,
  compileAcl,
  type Policy,
  parsePolicy,
  RESPONSE_WRAPPING_POLICY,
} from '../policy/index.ts';
import type { VaultState } from '../state/state.ts';
import { type VersionName, versions } from '../versions.ts';

/** Policies that exist without being stored. */
const BUILT_IN: Readonly<Record<string, string>> = {
  root: '',
  'response-wrapping': RESPONSE_WRAPPING_POLICY,
  'control-group': CONTROL_GROUP_POLICY,
};

/** Compiled rules can be had again from texts and names, so they live outside the world. */
const LIMIT = 1024;
const parsed = new Map<string, Policy | undefined>();
const compiled = new WeakMap<object, Map<string, Acl>>();

/** A policy's text; `undefined`: no such policy. */
export const policyText = (state: VaultState, name: string): string | undefined =>
  Object.hasOwn(state.policies, name)
    ? state.policies[name]
    : Object.hasOwn(BUILT_IN, name)
      ? BUILT_IN[name]
      : undefined;

const policyOf = (name: string, text: string, version: VersionName): Policy | undefined => {
  const key = `${version}\n${name}\n${text}`;
  if (!parsed.has(key)) {
    if (parsed.size >= LIMIT) parsed.clear();
    parsed.set(key, parsePolicy(name, text, versions[version]).policy);
  }
  return parsed.get(key);
};

const policiesOf = (state: VaultState, names: readonly string[]): Policy[] =>
  names.flatMap((name) => {
    const text = policyText(state, name);
    const policy = text === undefined ? undefined : policyOf(name, text, state.version);
    return policy ? [policy] : [];
  });

/** The rules of these policies for this entity, compiled once a set. Unknown names count for nothing. */
export const aclFor = (state: VaultState, names: readonly string[], entity: EntityView | undefined): Acl => {
  let known = compiled.get(state.policies);
  if (!known) {
    known = new Map();
    compiled.set(state.policies, known);
  }
  const key = `${names.join(',')}\n${state.version}${entity ? `\n${JSON.stringify(entity)}` : ''}`;
  let acl = known.get(key);
  if (!acl) {
    if (known.size >= LIMIT) known.clear();
    const policies: readonly (Policy & ParsedPolicy)[] = policiesOf(state, names);
    acl = compileAcl(policies, entity, versions[state.version]);
    known.set(key, acl);
  }
  return acl;
};
