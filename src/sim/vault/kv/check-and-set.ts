import { ConversionError, convert } from '../framework/convert.ts';
import { invalidRequest } from '../framework/index.ts';
import type { SecretKey, Settings } from './storage.ts';

const numberOf = (cas: unknown): number => {
  try {
    return convert('int', cas);
  } catch (error) {
    if (error instanceof ConversionError) throw invalidRequest('error parsing check-and-set parameter');
    throw error;
  }
};

/** Holds `options.cas` against the current version (kv plugin: path_data.go, validateCheckAndSetOption). */
export function checkAndSet(
  options: Readonly<Record<string, unknown>> | undefined,
  settings: Settings,
  key: Pick<SecretKey, 'current' | 'casRequired'>,
): void {
  if (options !== undefined && Object.hasOwn(options, 'cas')) {
    if (numberOf(options.cas) !== key.current) {
      throw invalidRequest('check-and-set parameter did not match the current version');
    }
  } else if (settings.casRequired || key.casRequired) {
    throw invalidRequest('check-and-set parameter required for this call');
  }
}
