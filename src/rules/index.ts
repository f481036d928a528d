import { annotationNotString } from './injector/annotation-not-string.ts';
import { annotationsOnWorkload } from './injector/annotations-on-workload.ts';
import { missingRole, refusedByInjector } from './injector/refused.ts';
import { unknownAnnotation } from './injector/unknown-annotation.ts';
import { listOnData } from './kv/list-on-data.ts';
import { missingDataSegment } from './kv/missing-data-segment.ts';
import { duplicateVolume } from './pod/duplicate-volume.ts';
import { policySyntax } from './policy/syntax.ts';
import { unknownCapability } from './policy/unknown-capability.ts';
import { anybody } from './role/anybody.ts';
import { deprecatedAlias } from './role/deprecated-alias.ts';
import { unknownRoleParameter } from './role/unknown-parameter.ts';
import type { Finding, Rule } from './rule.ts';
import { type LearnerFile, workspaceOf } from './workspace/workspace.ts';
import { yamlSyntax } from './yaml/syntax.ts';

export { applyEdits } from './apply-edits.ts';
export type { Edit, Finding, Fix, Hit, Rule, Severity } from './rule.ts';
export { type LearnerFile, type Workspace, workspaceOf } from './workspace/workspace.ts';

/** Every rule. A new one is a file and a line here. */
export const rules: readonly Rule[] = [
  yamlSyntax,
  annotationNotString,
  unknownAnnotation,
  missingRole,
  refusedByInjector,
  annotationsOnWorkload,
  duplicateVolume,
  unknownRoleParameter,
  deprecatedAlias,
  anybody,
  policySyntax,
  unknownCapability,
  missingDataSegment,
  listOnData,
];

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
    .flatMap(({ check, id, ...says }) => [...check(workspace)].map((hit): Finding => ({ ...says, ...hit, rule: id })))
    .sort(byPlace);
};
