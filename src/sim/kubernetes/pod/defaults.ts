import type { Container, PodSpec, Probe, Volume } from './types.ts';

/** Defaults of a pod spec, in a Pod and in a template. Source: kubernetes pkg/apis/core/v1/defaults.go. In place. */
export const defaultPodSpec = (spec: PodSpec): void => {
  spec.dnsPolicy ??= 'ClusterFirst';
  spec.restartPolicy ??= 'Always';
  spec.securityContext ??= {};
  spec.terminationGracePeriodSeconds ??= 30;
  spec.schedulerName ??= 'default-scheduler';
  // The deprecated name mirrors the other one in both directions.
  const account = spec.serviceAccountName ?? spec.serviceAccount;
  if (account !== undefined) {
    spec.serviceAccountName = account;
    spec.serviceAccount = account;
  }
  for (const volume of spec.volumes ?? []) defaultVolume(volume);
  for (const container of spec.containers ?? []) {
    defaultContainer(container, spec.hostNetwork === true);
    delete container.restartPolicy;
    delete container.restartPolicyRules;
  }
  for (const container of spec.initContainers ?? []) {
    defaultContainer(container, spec.hostNetwork === true);
    // Other policies than Always belong to a feature that is off in 1.34: they are dropped without a word.
    if (container.restartPolicy !== 'Always') delete container.restartPolicy;
    delete container.restartPolicyRules;
  }
};

/** What only a Pod gets, not a template: requests from limits, service links. */
export const defaultPodOnly = (spec: PodSpec): void => {
  spec.enableServiceLinks ??= true;
  for (const { resources } of [...(spec.containers ?? []), ...(spec.initContainers ?? [])]) {
    if (!resources?.limits) continue;
    for (const [name, limit] of Object.entries(resources.limits)) {
      resources.requests ??= {};
      resources.requests[name] ??= limit;
    }
  }
};

const SOURCES = new Set(['name']);

const defaultVolume = (volume: Volume): void => {
  if (!Object.keys(volume).some((key) => !SOURCES.has(key))) volume.emptyDir = {};
  for (const source of [volume.secret, volume.configMap, volume.downwardAPI, volume.projected])
    if (source) source.defaultMode ??= 420;
  if (volume.hostPath) volume.hostPath.type ??= '';
  const items = [
    ...(volume.downwardAPI?.items ?? []),
    ...(volume.projected?.sources ?? []).flatMap((s) => s.downwardAPI?.items ?? []),
  ];
  for (const item of items) if (item.fieldRef) item.fieldRef.apiVersion ??= 'v1';
  for (const { serviceAccountToken } of volume.projected?.sources ?? [])
    if (serviceAccountToken) serviceAccountToken.expirationSeconds ??= 3600;
};

const defaultContainer = (container: Container, hostNetwork: boolean): void => {
  container.terminationMessagePath ??= '/dev/termination-log';
  container.terminationMessagePolicy ??= 'File';
  container.imagePullPolicy ??= pullPolicy(container.image ?? '');
  for (const port of container.ports ?? []) {
    port.protocol ??= 'TCP';
    if (hostNetwork) port.hostPort ??= port.containerPort;
  }
  for (const variable of container.env ?? [])
    if (variable.valueFrom?.fieldRef) variable.valueFrom.fieldRef.apiVersion ??= 'v1';
  for (const probe of [container.livenessProbe, container.readinessProbe, container.startupProbe])
    if (probe) defaultProbe(probe);
};

/** `Always` for `latest`, given or meant; the tag is what follows the last colon after the last slash. */
const pullPolicy = (image: string): string => {
  if (image.includes('@')) return 'IfNotPresent';
  const last = image.slice(image.lastIndexOf('/') + 1);
  const tag = last.includes(':') ? last.slice(last.indexOf(':') + 1) : 'latest';
  return tag === 'latest' ? 'Always' : 'IfNotPresent';
};

const defaultProbe = (probe: Probe): void => {
  probe.timeoutSeconds ??= 1;
  probe.periodSeconds ??= 10;
  probe.successThreshold ??= 1;
  probe.failureThreshold ??= 3;
  if (probe.httpGet) {
    probe.httpGet.path ??= '/';
    probe.httpGet.scheme ??= 'HTTP';
  }
};
