import { type Json, listAt, nameOf, namespaceOf, textAt } from '../objects/json.ts';
import { annotationLines, labelLines } from './text.ts';

/** A ServiceAccount. (kubectl: pkg/describe/describe.go, describeServiceAccount) */
export const describeServiceAccount = (account: Json): string => {
  const names = (field: string): string =>
    listAt(account, field)
      .map((s) => textAt(s, 'name'))
      .join('\n\t') || '<none>';
  return `Name:\t${nameOf(account)}\nNamespace:\t${namespaceOf(account)}\n${labelLines(account)}${annotationLines(account)}Image pull secrets:\t${names('imagePullSecrets')}\nMountable secrets:\t${names('secrets')}\nTokens:\t<none>\n`;
};
