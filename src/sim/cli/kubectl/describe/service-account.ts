import { secrets } from '../../../kubernetes/kinds/secrets.ts';
import type { Run } from '../../program.ts';
import { ApiFailure } from '../failure.ts';
import { pathOf } from '../mapper.ts';
import { type Json, listAt, nameOf, namespaceOf, textAt } from '../objects/json.ts';
import type { Ask } from './ask.ts';
import { annotationLines, headLines, labelLines } from './text.ts';

/** The Secrets of a namespace; nothing for one who may not see them. */
function* secretsOf(account: Json, ask: Ask): Run<Json[] | null> {
  try {
    return listAt(yield* ask(pathOf(secrets, namespaceOf(account))), 'items');
  } catch (error) {
    if (error instanceof ApiFailure) return null;
    throw error;
  }
}

const belongsTo = (account: Json, secret: Json): boolean =>
  secret.type === 'kubernetes.io/service-account-token' &&
  textAt(secret, 'metadata', 'annotations', 'kubernetes.io/service-account.name') === nameOf(account) &&
  textAt(secret, 'metadata', 'annotations', 'kubernetes.io/service-account.uid') === textAt(account, 'metadata', 'uid');

/** A ServiceAccount with its Secrets. (kubectl: pkg/describe/describe.go, ServiceAccountDescriber) */
export function* describeServiceAccount(account: Json, ask: Ask): Run<string> {
  const all = yield* secretsOf(account, ask);
  const missing = (name: string): boolean => all !== null && !all.some((s) => nameOf(s) === name);
  const line = (title: string, names: readonly string[]): string =>
    `${title}:\t${names.map((n) => (missing(n) ? `${n} (not found)` : n)).join('\n\t') || '<none>'}\n`;
  const named = (field: string): string[] => listAt(account, field).map((s) => textAt(s, 'name'));
  return [
    headLines(account),
    labelLines(account),
    annotationLines(account),
    line('Image pull secrets', named('imagePullSecrets')),
    line('Mountable secrets', named('secrets')),
    line('Tokens', (all ?? []).filter((s) => belongsTo(account, s)).map(nameOf)),
  ].join('');
}
