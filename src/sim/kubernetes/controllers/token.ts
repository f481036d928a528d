import { base64, sign, utf8 } from '../../jwt/index.ts';
import { nameOf, part } from '../api/object.ts';
import { collection, MERGE_PATCH } from '../client/client.ts';
import { ACCOUNT_ANNOTATION } from '../kinds/secrets.ts';
import { legacyClaims } from '../tokens/issue.ts';
import type { Controller } from './controller.ts';

/** Fills Secrets of type service-account-token, and removes those whose account is gone (kubernetes: pkg/controller/serviceaccount/tokens_controller.go). */
export const tokenController: Controller = {
  name: 'tokens-controller',
  resource: 'secrets',
  kind: 'Secret',
  apiVersion: 'v1',
  concerns: (seen, view) => {
    if (seen.informer === 'secrets') return [seen.key];
    const account = seen.object ?? seen.before;
    if (seen.informer !== 'serviceaccounts' || !account) return [];
    const namespace = account.metadata.namespace ?? '';
    return view
      .list('secrets', namespace)
      .filter((s) => s.metadata.annotations?.[ACCOUNT_ANNOTATION] === account.metadata.name)
      .map((s) => `${namespace}/${nameOf(s)}`);
  },
  reconcile: (secret, view) => {
    const namespace = secret.metadata.namespace ?? '';
    const name = nameOf(secret);
    const path = `${collection('', 'secrets', namespace)}/${name}`;
    const account = view.get(
      'serviceaccounts',
      `${namespace}/${secret.metadata.annotations?.[ACCOUNT_ANNOTATION] ?? ''}`,
    );
    if (!account) return { work: [{ resource: 'secrets', call: { method: 'DELETE', path } }] };
    if (part(secret, 'data').token !== undefined || !view.signingKey) return { work: [] };
    const uid = account.metadata.uid ?? '';
    const token = sign(legacyClaims(namespace, name, { name: nameOf(account), uid }), view.signingKey);
    const encoded = (text: string): string => base64(utf8(text));
    const body = {
      metadata: { annotations: { 'kubernetes.io/service-account.uid': uid } },
      data: { 'ca.crt': encoded(view.authority), namespace: encoded(namespace), token: encoded(token) },
    };
    return { work: [{ resource: 'secrets', call: { method: 'PATCH', path, contentType: MERGE_PATCH, body } }] };
  },
};
