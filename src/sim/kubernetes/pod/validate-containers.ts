import {
  duplicate,
  type FieldError,
  forbidden,
  invalid,
  notFound,
  notSupported,
  required,
} from '../api/field-errors.ts';
import { dnsLabel, inclusiveRange, portName } from '../api/names.ts';
import type { Container, ContainerPort, Volume, VolumeMount } from './types.ts';
import { validateEnv, validateEnvFrom } from './validate-env.ts';
import { validateProbe } from './validate-probes.ts';
import { validateResources } from './validate-resources.ts';
import { validateSecurityContext } from './validate-security.ts';
import { localPath } from './validate-volumes.ts';

/** Containers of a pod spec. Source: kubernetes pkg/apis/core/validation/validation.go, validateContainers. */
export const validateContainers = (
  containers: readonly Container[] | null,
  volumes: readonly Volume[],
  field: string,
): FieldError[] => {
  if (!containers || containers.length === 0) return [required(field)];
  const names = new Set<string>();
  return containers.flatMap((container, i) => {
    const at = `${field}[${i}]`;
    const errors = validateCommon(container, volumes, at);
    if (names.has(container.name)) errors.push(duplicate(`${at}.name`, container.name));
    names.add(container.name);
    for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
      const given = container[probe];
      if (given) errors.push(...validateProbe(given, `${at}.${probe}`, probe));
    }
    return errors;
  });
};

/** Init containers: names must differ from those of the containers too; probes only with `restartPolicy: Always`. */
export const validateInitContainers = (
  containers: readonly Container[],
  regular: readonly Container[],
  volumes: readonly Volume[],
  field: string,
): FieldError[] => {
  const names = new Set(regular.map((c) => c.name));
  return containers.flatMap((container, i) => {
    const at = `${field}[${i}]`;
    const errors = validateCommon(container, volumes, at);
    if (names.has(container.name)) errors.push(duplicate(`${at}.name`, container.name));
    names.add(container.name);
    for (const part of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const)
      if (container[part] && container.restartPolicy !== 'Always')
        errors.push(forbidden(`${at}.${part}`, 'may not be set for init containers without restartPolicy=Always'));
    return errors;
  });
};

const validateCommon = (container: Container, volumes: readonly Volume[], at: string): FieldError[] => {
  const errors: FieldError[] = [];
  if (container.name === '') errors.push(required(`${at}.name`));
  else errors.push(...dnsLabel(container.name).map((e) => invalid(`${at}.name`, container.name, e)));
  const image = container.image ?? '';
  if (image === '') errors.push(required(`${at}.image`));
  else if (image.trim() !== image)
    errors.push(invalid(`${at}.image`, image, 'must not have leading or trailing whitespace'));
  if (!['File', 'FallbackToLogsOnError'].includes(container.terminationMessagePolicy ?? ''))
    errors.push(
      notSupported(`${at}.terminationMessagePolicy`, container.terminationMessagePolicy, [
        'File',
        'FallbackToLogsOnError',
      ]),
    );
  errors.push(...validatePorts(container.ports ?? [], `${at}.ports`));
  errors.push(...validateEnv(container.env ?? [], `${at}.env`));
  errors.push(...validateEnvFrom(container.envFrom ?? [], `${at}.envFrom`));
  errors.push(...validateMounts(container.volumeMounts ?? [], volumes, `${at}.volumeMounts`));
  if (!['Always', 'IfNotPresent', 'Never'].includes(container.imagePullPolicy ?? ''))
    errors.push(notSupported(`${at}.imagePullPolicy`, container.imagePullPolicy, ['Always', 'IfNotPresent', 'Never']));
  errors.push(...validateResources(container.resources ?? {}, `${at}.resources`));
  errors.push(...validateSecurityContext(container.securityContext, `${at}.securityContext`));
  return errors;
};

const validateMounts = (mounts: readonly VolumeMount[], volumes: readonly Volume[], field: string): FieldError[] => {
  const paths = new Set<string>();
  return mounts.flatMap((mount, i) => {
    const at = `${field}[${i}]`;
    const errors: FieldError[] = [];
    if (mount.name === '') errors.push(required(`${at}.name`));
    if (!volumes.some((v) => v.name === mount.name)) errors.push(notFound(`${at}.name`, mount.name));
    if (mount.mountPath === '') errors.push(required(`${at}.mountPath`));
    if (paths.has(mount.mountPath)) errors.push(invalid(`${at}.mountPath`, mount.mountPath, 'must be unique'));
    paths.add(mount.mountPath);
    if (mount.subPath) errors.push(...localPath(mount.subPath, `${at}.subPath`));
    return errors;
  });
};

const validatePorts = (ports: readonly ContainerPort[], field: string): FieldError[] => {
  const names = new Set<string>();
  return ports.flatMap((port, i) => {
    const at = `${field}[${i}]`;
    const errors: FieldError[] = [];
    if (port.name) {
      const wrong = portName(port.name).map((e) => invalid(`${at}.name`, port.name, e));
      if (wrong.length > 0) errors.push(...wrong);
      else if (names.has(port.name)) errors.push(duplicate(`${at}.name`, port.name));
      names.add(port.name);
    }
    if (port.containerPort === 0) errors.push(required(`${at}.containerPort`));
    else if (port.containerPort < 1 || port.containerPort > 65535)
      errors.push(invalid(`${at}.containerPort`, port.containerPort, inclusiveRange(1, 65535)));
    if (port.hostPort !== undefined && (port.hostPort < 0 || port.hostPort > 65535))
      errors.push(invalid(`${at}.hostPort`, port.hostPort, inclusiveRange(1, 65535)));
    if (!['SCTP', 'TCP', 'UDP'].includes(port.protocol ?? ''))
      errors.push(notSupported(`${at}.protocol`, port.protocol, ['SCTP', 'TCP', 'UDP']));
    return errors;
  });
};
