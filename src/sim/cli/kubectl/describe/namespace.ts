import { type Json, listAt, nameOf, textAt } from '../objects/json.ts';
import { annotationLines, labelLines, longTime } from './text.ts';

const conditions = (namespace: Json): string => {
  const rows = listAt(namespace, 'status', 'conditions').map(
    (c) =>
      `  ${textAt(c, 'type')}\t${textAt(c, 'status')}\t${longTime(textAt(c, 'lastTransitionTime'))}\t${textAt(c, 'reason')}\t${textAt(c, 'message')}\n`,
  );
  if (rows.length === 0) return '';
  return `Conditions:\n  Type\tStatus\tLastTransitionTime\tReason\tMessage\n  ----\t------\t------------------\t------\t-------\n${rows.join('')}`;
};

/**
 * A Namespace. (kubectl: pkg/describe/describe.go, describeNamespace)
 * The cluster here has no quotas and limits: it says what a cluster without any such object makes kubectl say.
 */
export const describeNamespace = (namespace: Json): string =>
  [
    `Name:\t${nameOf(namespace)}\n`,
    labelLines(namespace),
    annotationLines(namespace),
    `Status:\t${textAt(namespace, 'status', 'phase')}\n`,
    conditions(namespace),
    '\nNo resource quota.\n\nNo LimitRange resource.\n',
  ].join('');
