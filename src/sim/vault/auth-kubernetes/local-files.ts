/** The files that Kubernetes mounts into Vault's own Pod. Source: vault-plugin-auth-kubernetes: backend.go, caching_file_reader.go. */
import type { Config } from './config.ts';

const DIRECTORY = '/var/run/secrets/kubernetes.io/serviceaccount';

export const LOCAL_FILES = {
  /** Re-read after a minute, as Kubernetes advises, so that a rotated token is used in time. */
  token: { path: `${DIRECTORY}/token`, reload: 60_000 },
  ca: { path: `${DIRECTORY}/ca.crt`, reload: 3_600_000 },
} as const;

export type LocalFile = keyof typeof LOCAL_FILES;

/** Copies in Vault's memory: text, and the Unix milliseconds until which it is used without looking again. */
export type FileCache = Readonly<Partial<Record<LocalFile, { readonly text: string; readonly until: number }>>>;

/** A copy that is still fresh. @param wall Vault's clock */
export const cached = (cache: FileCache, file: LocalFile, wall: number): string | undefined => {
  const copy = cache[file];
  return copy && wall < copy.until ? copy.text : undefined;
};

/** The cache after a file was read; a file that is not there leaves it as it was. */
export const remember = (cache: FileCache, file: LocalFile, text: string | null, wall: number): FileCache =>
  text === null ? cache : { ...cache, [file]: { text, until: wall + LOCAL_FILES[file].reload } };

/** Go's error for a file that is not there. */
export const noSuchFile = (file: LocalFile): string => `open ${LOCAL_FILES[file].path}: no such file or directory`;

/** Whether a login reviews with Vault's own token if it has one. */
export const usesLocalToken = (config: Config): boolean => !config.disableLocalCaJwt && config.reviewerJwt === '';

/** Whether the cluster's authority comes from Vault's own Pod. */
export const usesLocalCa = (config: Config): boolean => !config.disableLocalCaJwt && config.caCert === '';
