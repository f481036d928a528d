import { kindNamed } from '../../../../kubernetes/kinds/index.ts';
import type { Call, Command } from '../../command.ts';
import { ApiFailure, failed } from '../../failure.ts';
import { pathOf } from '../../mapper.ts';
import { type Json, textAt } from '../../objects/json.ts';
import { nameFrom } from './maker.ts';

/** What a token is bound to. Source: kubectl: pkg/cmd/create/create_token.go, boundObjectKinds. */
const boundObject = ({ flags }: Call): Json => {
  const [kind, name, uid] = [
    flags.text('bound-object-kind'),
    flags.text('bound-object-name'),
    flags.text('bound-object-uid'),
  ];
  if (kind === '') {
    if (name !== '') throw failed('--bound-object-name can only be set if --bound-object-kind is provided');
    if (uid !== '') throw failed('--bound-object-uid can only be set if --bound-object-kind is provided');
    return {};
  }
  if (!['Pod', 'Secret', 'Node'].includes(kind))
    throw failed(`supported --bound-object-kind values are Node, Pod, Secret`);
  if (name === '') throw failed('--bound-object-name is required if --bound-object-kind is provided');
  return { boundObjectRef: { kind, apiVersion: 'v1', name, ...(uid !== '' && { uid }) } };
};

/** `kubectl create token`: asks for a token of a ServiceAccount and prints it. Source: kubectl: pkg/cmd/create/create_token.go. */
export const createToken: Command = {
  summary: 'Request a token of a ServiceAccount',
  usage: 'create token SERVICE_ACCOUNT_NAME',
  flags: {
    audience: { kind: 'list', help: 'Audience of the token; may be repeated' },
    duration: { kind: 'duration', help: 'Wished lifetime' },
    'bound-object-kind': { kind: 'text', help: 'Kind of the object that the token lives with: Pod, Secret or Node' },
    'bound-object-name': { kind: 'text', help: 'Name of that object' },
    'bound-object-uid': { kind: 'text', help: 'UID of that object; the present one unless given' },
  },
  *run(call) {
    const name = nameFrom(call, 'token');
    const kind = kindNamed('', 'ServiceAccount');
    if (!kind) throw failed('ServiceAccount is not modelled');
    const audiences = call.flags.list('audience');
    const spec = {
      ...(audiences.length > 0 && { audiences }),
      ...(call.flags.has('duration') && { expirationSeconds: Math.floor(call.flags.duration('duration') / 1000) }),
      ...boundObject(call),
    };
    try {
      const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec };
      const made = yield* call.client.request('POST', pathOf(kind, call.namespace, name, 'token'), body);
      call.process.out(textAt(made, 'status', 'token'));
      call.process.out('\n');
      return 0;
    } catch (error) {
      if (error instanceof ApiFailure) throw failed(`failed to create token: ${error.message}`);
      throw error;
    }
  },
};
