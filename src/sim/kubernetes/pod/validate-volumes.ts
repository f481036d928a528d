import { quantityOf } from '../../go/quantity.ts';
import { duplicate, type FieldError, forbidden, invalid, required } from '../api/field-errors.ts';
import { configKey, dnsLabel } from '../api/names.ts';
import type { DownwardItem, KeyToPath, Projection, Volume } from './types.ts';

/** Volumes of a pod spec. Source: kubernetes pkg/apis/core/validation/validation.go. */
export const validateVolumes = (volumes: readonly Volume[], field: string): FieldError[] => {
  const errors: FieldError[] = [];
  const names = new Set<string>();
  volumes.forEach((volume, i) => {
    const at = `${field}[${i}]`;
    errors.push(...validateSource(volume, at));
    if (volume.name === '') errors.push(required(`${at}.name`));
    else {
      const wrong = dnsLabel(volume.name).map((e) => invalid(`${at}.name`, volume.name, e));
      if (wrong.length > 0) errors.push(...wrong);
      else if (names.has(volume.name)) errors.push(duplicate(`${at}.name`, volume.name));
    }
    names.add(volume.name);
  });
  return errors;
};

const validateSource = (volume: Volume, at: string): FieldError[] => {
  const errors: FieldError[] = [];
  const sources = Object.keys(volume).filter((key) => key !== 'name');
  for (const extra of sources.slice(1))
    errors.push(forbidden(`${at}.${extra}`, 'may not specify more than 1 volume type'));
  const { emptyDir, secret, configMap, downwardAPI, projected, hostPath, persistentVolumeClaim, csi } = volume;
  if (emptyDir?.sizeLimit !== undefined && quantityOf(emptyDir.sizeLimit).mantissa < 0n)
    errors.push(forbidden(`${at}.emptyDir.sizeLimit`, 'SizeLimit field must be a valid resource quantity'));
  if (secret) {
    if (!secret.secretName) errors.push(required(`${at}.secret.secretName`));
    errors.push(
      ...validateMode(secret.defaultMode, `${at}.secret.defaultMode`),
      ...validateItems(secret.items, `${at}.secret`),
    );
  }
  if (configMap) {
    if (!configMap.name) errors.push(required(`${at}.configMap.name`));
    errors.push(
      ...validateMode(configMap.defaultMode, `${at}.configMap.defaultMode`),
      ...validateItems(configMap.items, `${at}.configMap`),
    );
  }
  if (downwardAPI) {
    errors.push(...validateMode(downwardAPI.defaultMode, `${at}.downwardAPI.defaultMode`));
    for (const item of downwardAPI.items ?? []) errors.push(...validateDownwardItem(item, `${at}.downwardAPI`));
  }
  if (projected) {
    errors.push(...validateMode(projected.defaultMode, `${at}.projected.defaultMode`));
    errors.push(...validateProjections(projected.sources ?? [], `${at}.projected`));
  }
  if (hostPath) {
    if (hostPath.path === '') errors.push(required(`${at}.hostPath.path`));
    else if (hostPath.path.split('/').includes('..'))
      errors.push(invalid(`${at}.hostPath.path`, hostPath.path, "must not contain '..'"));
  }
  if (persistentVolumeClaim?.claimName === '') errors.push(required(`${at}.persistentVolumeClaim.claimName`));
  if (csi?.driver === '') errors.push(required(`${at}.csi.driver`));
  return errors;
};

const validateMode = (mode: number | undefined, field: string): FieldError[] =>
  mode !== undefined && (mode < 0 || mode > 0o777)
    ? [invalid(field, mode, 'must be a number between 0 and 0777 (octal), both inclusive')]
    : [];

const validateItems = (items: readonly KeyToPath[] | undefined, field: string): FieldError[] =>
  (items ?? []).flatMap((item, i) => {
    const at = `${field}.items[${i}]`;
    return [
      ...(item.key === ''
        ? [required(`${at}.key`)]
        : configKey(item.key).map((e) => invalid(`${at}.key`, item.key, e))),
      ...(item.path === '' ? [required(`${at}.path`)] : localPath(item.path, `${at}.path`)),
      ...validateMode(item.mode, `${at}.mode`),
    ];
  });

/** A path that stays inside its volume. */
export const localPath = (path: string, field: string): FieldError[] => {
  const errors: FieldError[] = [];
  if (path.startsWith('/')) errors.push(invalid(field, path, 'must be a relative path'));
  if (path.split('/').includes('..')) errors.push(invalid(field, path, "must not contain '..'"));
  if (path.startsWith('..') && !path.startsWith('../')) errors.push(invalid(field, path, "must not start with '..'"));
  return errors;
};

const validateDownwardItem = (item: DownwardItem, field: string): FieldError[] => [
  ...(item.path === '' ? [required(`${field}.path`)] : localPath(item.path, `${field}.path`)),
  ...(item.fieldRef || item.resourceFieldRef
    ? []
    : [required(`${field}.fieldRef`, 'one of fieldRef and resourceFieldRef is required')]),
  ...(item.fieldRef?.fieldPath === '' ? [required(`${field}.fieldRef.fieldPath`)] : []),
];

const validateProjections = (sources: readonly Projection[], field: string): FieldError[] => {
  const errors: FieldError[] = [];
  const paths = new Set<string>();
  const claim = (path: string, at: string): void => {
    if (path === '') return;
    if (paths.has(path)) errors.push(invalid(field, path, `conflicting duplicate paths`));
    else paths.add(path);
    errors.push(...localPath(path, at));
  };
  sources.forEach((source, i) => {
    const at = `${field}.sources[${i}]`;
    for (const extra of Object.keys(source).slice(1))
      errors.push(forbidden(`${at}.${extra}`, 'may not specify more than 1 volume type'));
    for (const kind of ['secret', 'configMap'] as const) {
      const given = source[kind];
      if (!given) continue;
      if (!given.name) errors.push(required(`${at}.${kind}.name`));
      errors.push(...validateItems(given.items, `${at}.${kind}`));
    }
    for (const item of source.downwardAPI?.items ?? []) errors.push(...validateDownwardItem(item, `${at}.downwardAPI`));
    const token = source.serviceAccountToken;
    if (token) {
      const seconds = token.expirationSeconds ?? 3600;
      if (seconds < 600)
        errors.push(
          invalid(
            `${at}.serviceAccountToken.expirationSeconds`,
            seconds,
            'may not specify a duration less than 10 minutes',
          ),
        );
      if (seconds > 2 ** 32)
        errors.push(
          invalid(
            `${at}.serviceAccountToken.expirationSeconds`,
            seconds,
            'may not specify a duration larger than 2^32 seconds',
          ),
        );
      // The real server names the volume's own path here, not the source's.
      if (token.path === '') errors.push(required(`${field}.path`));
      else claim(token.path, `${field}.path`);
    }
  });
  return errors;
};
