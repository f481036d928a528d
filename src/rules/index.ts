import { agentRules } from './agent/index.ts';
import { configRules } from './config/index.ts';
import { crossRules } from './cross/index.ts';
import { injectorRules } from './injector/index.ts';
import { kubernetesRules } from './kubernetes/index.ts';
import { kvRules } from './kv/index.ts';
import { podRules } from './pod/index.ts';
import { policyRules } from './policy/index.ts';
import { rbacRules } from './rbac/index.ts';
import { roleRules } from './role/index.ts';
import type { Finding, Rule } from './rule.ts';
import { vaultRules } from './vault/index.ts';
import { type LearnerFile, workspaceOf } from './workspace/workspace.ts';
import { yamlRules } from './yaml/index.ts';

export { applyEdits } from './apply-edits.ts';
export type { Edit, Finding, Fix, Hit, Rule, Severity } from './rule.ts';
export { type LearnerFile, type Workspace, workspaceOf } from './workspace/workspace.ts';

/** Every rule, by what it looks at. */
export const rules: readonly Rule[] = [
  agentRules,
  configRules,
  crossRules,
  injectorRules,
  kubernetesRules,
  kvRules,
  podRules,
  policyRules,
  rbacRules,
  roleRules,
  vaultRules,
  yamlRules,
].flat();

const byPlace = (a: Finding, b: Finding): number =>
  a.file === b.file
    ? a.span.start.line - b.span.start.line || a.span.start.column - b.span.start.column
    : a.file < b.file
      ? -1
      : 1;

/** What is wrong with a learner's files, by file and place. Pure, and safe for any text. */
export const findingsOf = (files: readonly LearnerFile[], which: readonly Rule[] = rules): Finding[] => {
  const workspace = workspaceOf(files);
  return which
    .flatMap(({ id, severity, title, why, wrong, right, lessons, source, check }) =>
      [...check(workspace)].map(
        (hit): Finding => ({ severity, title, why, wrong, right, lessons, source, ...hit, rule: id }),
      ),
    )
    .sort(byPlace);
};
