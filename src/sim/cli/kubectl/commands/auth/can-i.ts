import type { Command } from '../../command.ts';
import { failed } from '../../failure.ts';
import { kindCalled } from '../../mapper.ts';
import { at, textAt } from '../../objects/json.ts';
import { listAllowed } from './list.ts';

const GROUP = 'authorization.k8s.io';
/** Resources that are answered, not stored, with their group. */
const REVIEWS: Readonly<Record<string, string>> = {
  tokenreviews: 'authentication.k8s.io',
  selfsubjectreviews: 'authentication.k8s.io',
  subjectaccessreviews: GROUP,
  selfsubjectaccessreviews: GROUP,
  selfsubjectrulesreviews: GROUP,
};

interface Resource {
  readonly resource: string;
  readonly group: string;
  readonly namespaced: boolean;
  readonly known: boolean;
}

const resourceCalled = (typed: string): Resource => {
  const kind = kindCalled(typed);
  if (kind) return { resource: kind.plural, group: kind.group, namespaced: kind.namespaced, known: true };
  const [name = '', ...rest] = typed.split('.');
  const group = rest.join('.');
  const own = Object.hasOwn(REVIEWS, name) ? (REVIEWS[name] ?? '') : undefined;
  if (own !== undefined && (group === '' || group === own))
    return { resource: name, group: own, namespaced: false, known: true };
  return { resource: name, group, namespaced: true, known: name === '*' };
};

/** `kubectl auth can-i`. Source: kubectl: pkg/cmd/auth/cani.go. */
export const authCanI: Command = {
  summary: 'Ask whether an action is allowed',
  usage: 'auth can-i VERB (TYPE | TYPE/NAME | /PATH)',
  flags: {
    'all-namespaces': { kind: 'bool', short: 'A', help: 'Ask for all namespaces' },
    subresource: { kind: 'text', help: 'Subresource, such as log' },
    quiet: { kind: 'bool', short: 'q', help: 'Exit code only' },
    list: { kind: 'bool', help: 'All that is allowed in the namespace' },
    'no-headers': { kind: 'bool', help: 'With --list' },
  },
  *run(call) {
    const { flags, process, client, args } = call;
    if (flags.bool('list')) return yield* listAllowed(call);
    const [verb, what, ...more] = args;
    if (verb === undefined || what === undefined || more.length > 0)
      throw failed(
        "you must specify two arguments: verb resource or verb resource/resourceName.\nSee 'kubectl auth can-i -h' for help and examples.",
      );
    let spec: Record<string, unknown>;
    if (what.startsWith('/')) spec = { nonResourceAttributes: { path: what, verb } };
    else {
      const [type = '', name = ''] = what.split('/');
      const { resource, group, namespaced, known } = resourceCalled(type);
      const everywhere = flags.bool('all-namespaces');
      if (!known) process.err(`Warning: the server doesn't have a resource type '${type}'\n\n`);
      else if (!namespaced && !everywhere)
        process.err(
          `Warning: resource '${resource}' is not namespace scoped${group === '' ? '' : ` in group '${group}'`}\n\n`,
        );
      spec = {
        resourceAttributes: {
          namespace: everywhere ? '' : call.namespace,
          verb,
          group,
          resource,
          subresource: flags.text('subresource'),
          name,
        },
      };
    }
    const body = { apiVersion: `${GROUP}/v1`, kind: 'SelfSubjectAccessReview', spec };
    const answer = yield* client.request('POST', `/apis/${GROUP}/v1/selfsubjectaccessreviews`, body);
    const allowed = at(answer, 'status').allowed === true;
    const reason = textAt(answer, 'status', 'reason');
    if (!flags.bool('quiet')) process.out(allowed ? 'yes\n' : `no${reason === '' ? '' : ` - ${reason}`}\n`);
    return allowed ? 0 : 1;
  },
};
