/** The two families of annotations whose suffix is a parameter that is handed on. */

import { parseJson } from '../../go/json-syntax.ts';
import { joinPath } from '../../go/path.ts';
import { keyOf } from '../annotations/index.ts';
import type { Annotations } from './annotations.ts';
import type { TokenVolume } from './service-account.ts';
import { joined, Sourced } from './sourced.ts';

const parameters = (annotations: Annotations, name: string): [string, Sourced<string>][] => {
  const prefix = `${keyOf(name)}-`;
  return annotations
    .keys()
    .filter((key) => key.startsWith(prefix))
    .map((key) => [key.slice(prefix.length).replaceAll('-', '_'), new Sourced(annotations.given[key] ?? '', [key])]);
};

/** Parameters of the auth method: the token's path, `auth-config-…` over it, and `role` over all. */
export const authConfig = (
  annotations: Annotations,
  volume: TokenVolume,
): Readonly<Record<string, Sourced<string>>> => {
  const { mountPath, tokenPath } = volume;
  const role = annotations.text('role');
  return Object.fromEntries([
    ...(mountPath.value !== '' && tokenPath.value !== ''
      ? [['token_path', joined(joinPath(mountPath.value, tokenPath.value), mountPath, tokenPath)] as const]
      : []),
    ...parameters(annotations, 'auth-config'),
    ...(role.value !== '' ? [['role', role] as const] : []),
  ]);
};

const finite = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(finite);
};

/** Parameters of the telemetry stanza: what is JSON is decoded, the rest is text. */
export const telemetryConfig = (annotations: Annotations): Readonly<Record<string, Sourced<unknown>>> =>
  Object.fromEntries(
    parameters(annotations, 'agent-telemetry').map(([name, text]) => {
      const parsed = parseJson(text.value);
      return [name, 'value' in parsed && finite(parsed.value) ? text.map(() => parsed.value) : text];
    }),
  );
