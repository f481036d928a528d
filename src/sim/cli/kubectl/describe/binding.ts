import { type Json, listAt, nameOf, textAt } from '../objects/json.ts';
import { annotationLines, labelLines } from './text.ts';

/** A RoleBinding or ClusterRoleBinding. (kubectl: pkg/describe/describe.go, RoleBindingDescriber) */
export const describeBinding = (binding: Json): string =>
  [
    `Name:\t${nameOf(binding)}\n`,
    labelLines(binding),
    annotationLines(binding),
    `Role:\n  Kind:\t${textAt(binding, 'roleRef', 'kind')}\n  Name:\t${textAt(binding, 'roleRef', 'name')}\n`,
    'Subjects:\n  Kind\tName\tNamespace\n  ----\t----\t---------\n',
    ...listAt(binding, 'subjects').map(
      (s) => `  ${textAt(s, 'kind')}\t${textAt(s, 'name')}\t${textAt(s, 'namespace')}\n`,
    ),
  ].join('');
