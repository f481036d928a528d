import type { Container, PodSpec } from '../pod/types.ts';

/** Rules of the Pod Security Standards (k8s.io/pod-security-admission: policy/check_*.go), as far as Pods here can break them. */

/** What a Pod breaks, as the refusal lists it; `null` where it does not. */
export type Check = (spec: PodSpec) => string | null;

interface Context {
  readonly seccompProfile?: { readonly type?: string };
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
}

const all = (spec: PodSpec): Container[] => [...(spec.initContainers ?? []), ...(spec.containers ?? [])];

const quoted = (names: readonly string[]): string => names.map((n) => JSON.stringify(n)).join(', ');

const named = (containers: readonly Container[]): string =>
  `container${containers.length === 1 ? '' : 's'} ${quoted(containers.map((c) => c.name))}`;

/** A rule about each container by itself. */
const each =
  (title: string, must: string, breaks: (container: Container) => boolean): Check =>
  (spec) => {
    const bad = all(spec).filter(breaks);
    return bad.length === 0 ? null : `${title} (${named(bad)} ${must})`;
  };

const capabilities = (c: Container): { readonly add?: string[]; readonly drop?: string[] } =>
  c.securityContext?.capabilities ?? {};

/** Capabilities that the baseline lets containers add. */
const BASELINE_CAPABILITIES = new Set(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
    ' ',
  ),
);

const SAFE_VOLUMES = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

const hostNamespaces: Check = (spec) => {
  const used = ['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => spec[field] === true);
  return used.length === 0 ? null : `host namespaces (${used.map((field) => `${field}=true`).join(', ')})`;
};

const volumes =
  (title: string, breaks: (source: string) => boolean): Check =>
  (spec) => {
    const bad = (spec.volumes ?? []).filter((v) => Object.keys(v).some((key) => key !== 'name' && breaks(key)));
    return bad.length === 0
      ? null
      : `${title} (volume${bad.length === 1 ? '' : 's'} ${quoted(bad.map((v) => v.name))})`;
  };

const addedCapabilities: Check = (spec) => {
  const beyond = (c: Container): string[] => (capabilities(c).add ?? []).filter((x) => !BASELINE_CAPABILITIES.has(x));
  const bad = all(spec).filter((c) => beyond(c).length > 0);
  if (bad.length === 0) return null;
  const added = [...new Set(bad.flatMap(beyond))].sort();
  return `non-default capabilities (${named(bad)} must not include ${quoted(added)} in securityContext.capabilities.add)`;
};

const droppedCapabilities: Check = (spec) => {
  const keeps = all(spec).filter((c) => !(capabilities(c).drop ?? []).includes('ALL'));
  const adds = all(spec).filter((c) => (capabilities(c).add ?? []).some((x) => x !== 'NET_BIND_SERVICE'));
  const parts = [
    ...(keeps.length > 0 ? [`${named(keeps)} must set securityContext.capabilities.drop=["ALL"]`] : []),
    ...(adds.length > 0
      ? [
          `${named(adds)} must not include ${quoted([...new Set(adds.flatMap((c) => capabilities(c).add ?? []))].filter((x) => x !== 'NET_BIND_SERVICE').sort())} in securityContext.capabilities.add`,
        ]
      : []),
  ];
  return parts.length === 0 ? null : `unrestricted capabilities (${parts.join('; ')})`;
};

/** A setting that the Pod or each of its containers must have. */
const somewhere =
  (title: string, must: string, holds: (context: Context) => boolean | undefined): Check =>
  (spec) => {
    const whole = holds((spec.securityContext ?? {}) as Context);
    const own = (c: Container): boolean | undefined => holds((c.securityContext ?? {}) as Context);
    const wrong = all(spec).filter((c) => own(c) === false);
    if (wrong.length > 0)
      return `${title} (${named(wrong)} must ${must.replace('set ', 'not set ').replace('=true', '=false')})`;
    const bad = all(spec).filter((c) => !(own(c) ?? whole ?? false));
    return bad.length === 0 ? null : `${title} (pod or ${named(bad)} must ${must})`;
  };

const rootUser: Check = (spec) => {
  const bad = all(spec).filter((c) => c.securityContext?.runAsUser === 0);
  const pod = spec.securityContext?.runAsUser === 0;
  if (!pod && bad.length === 0) return null;
  return `runAsUser=0 (${pod ? 'pod' : ''}${pod && bad.length > 0 ? ' and ' : ''}${bad.length > 0 ? named(bad) : ''} must not set runAsUser=0)`;
};

const seccomp = (context: Context): boolean | undefined => {
  const type = context.seccompProfile?.type;
  return type === undefined ? undefined : ['RuntimeDefault', 'Localhost'].includes(type);
};

/** Rules by level, each in the order in which a refusal lists them. */
export const LEVELS: Readonly<Record<string, readonly Check[]>> = {
  privileged: [],
  baseline: [
    addedCapabilities,
    hostNamespaces,
    volumes('hostPath volumes', (source) => source === 'hostPath'),
    each('privileged', 'must not set securityContext.privileged=true', (c) => c.securityContext?.privileged === true),
  ],
  restricted: [
    hostNamespaces,
    each('privileged', 'must not set securityContext.privileged=true', (c) => c.securityContext?.privileged === true),
    each(
      'allowPrivilegeEscalation != false',
      'must set securityContext.allowPrivilegeEscalation=false',
      (c) => c.securityContext?.allowPrivilegeEscalation !== false,
    ),
    droppedCapabilities,
    volumes('restricted volume types', (source) => !SAFE_VOLUMES.has(source)),
    somewhere('runAsNonRoot != true', 'set securityContext.runAsNonRoot=true', (context) => context.runAsNonRoot),
    rootUser,
    somewhere('seccompProfile', 'set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"', seccomp),
  ],
};
