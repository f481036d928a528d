/** From what people type to what the server has. Source: cli-runtime: pkg/resource/builder.go; client-go: restmapper. */
import { KINDS } from '../../kubernetes/kinds/index.ts';
import { apiVersionOf, type Kind } from '../../kubernetes/kinds/kind.ts';
import { failed } from './failure.ts';

/** Real resources that the cluster here does not have. */
const NOT_MODELLED =
  /^(?:persistentvolumes?|pv|persistentvolumeclaims?|pvc|resourcequotas?|quota|limitranges?|limits|replicationcontrollers?|rc|podtemplates?|componentstatuses|cs|controllerrevisions?|endpointslices?|ingress(?:es)?|ing|ingressclass(?:es)?|networkpolic(?:y|ies)|netpol|horizontalpodautoscalers?|hpa|poddisruptionbudgets?|pdb|storageclass(?:es)?|sc|csidrivers?|csinodes?|volumeattachments?|customresourcedefinitions?|crds?|apiservices?|certificatesigningrequests?|csr|priorityclass(?:es)?|pc|runtimeclass(?:es)?|validatingadmissionpolic(?:y|ies))$/;

const names = (kind: Kind): string[] => [
  kind.plural,
  kind.singular ?? kind.kind.toLowerCase(),
  kind.kind.toLowerCase(),
  ...(kind.shortNames ?? []),
];

/** The kind people mean by `po`, `pods`, `Deployment`, `deployments.apps`, `deployments.v1.apps`. */
export const kindCalled = (typed: string): Kind | undefined => {
  const [name = '', ...rest] = typed.toLowerCase().split('.');
  const group = (rest[0] === 'v1' ? rest.slice(1) : rest).join('.');
  return KINDS.find(
    (k) => names(k).includes(name) && (rest.length === 0 || k.group === group || k.group.startsWith(`${group}.`)),
  );
};

/** The same, for several with commas between, and for `all`. @throws KubectlFailure for a stranger */
export const kindsCalled = (typed: string): Kind[] =>
  typed.split(',').flatMap((one) => {
    if (one === 'all') return KINDS.filter((k) => k.categories?.includes('all'));
    const kind = kindCalled(one);
    if (kind) return [kind];
    if (NOT_MODELLED.test(one.split('.')[0]?.toLowerCase() ?? ''))
      throw failed(`"${one}" is a real resource type, but it is not modelled here`);
    throw failed(`the server doesn't have a resource type ${JSON.stringify(one)}`);
  });

/** Path of a collection, or with a name of one object. */
export const pathOf = (kind: Kind, namespace: string, name = '', subresource = ''): string => {
  const root = kind.group === '' ? '/api/v1' : `/apis/${apiVersionOf(kind)}`;
  const within = kind.namespaced && namespace !== '' ? `/namespaces/${encodeURIComponent(namespace)}` : '';
  const one = name === '' ? '' : `/${encodeURIComponent(name)}`;
  return `${root}${within}/${kind.plural}${one}${subresource === '' ? '' : `/${subresource}`}`;
};

/** `pod`, `deployment.apps`: how a kind is called in messages. */
export const shortType = (kind: Kind): string =>
  kind.group === '' ? kind.kind.toLowerCase() : `${kind.kind.toLowerCase()}.${kind.group}`;

/** What a command is to act on; without a name: all objects of the kind. */
export interface Target {
  readonly kind: Kind;
  readonly name: string | null;
}

/** Read `pods`, `pods a b`, `pod/a svc/b`, `pods,svc`. @throws KubectlFailure */
export const targetsOf = (args: readonly string[]): Target[] => {
  const slashed = args.filter((a) => a.includes('/'));
  if (slashed.length > 0) {
    if (slashed.length < args.length)
      throw failed(
        "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'",
      );
    return args.flatMap((arg) => {
      const [type = '', name = '', ...more] = arg.split('/');
      if (type === '' || name === '' || more.length > 0)
        throw failed('arguments in resource/name form must have a single resource and name');
      return kindsCalled(type).map((kind) => ({ kind, name }));
    });
  }
  const [types = '', ...wanted] = args;
  const kinds = kindsCalled(types);
  return kinds.flatMap((kind): Target[] =>
    wanted.length === 0 ? [{ kind, name: null }] : wanted.map((name) => ({ kind, name })),
  );
};
