import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';

/** A case that is known not to replay identically, and why. */
export interface Expected {
  readonly case: string;
  readonly reason: string;
}

/** The list in expected-failures.yaml. It is checked both ways: a listed case that passes is an error too. */
export const expectedFailures = (): Expected[] => {
  const text = readFileSync(new URL('expected-failures.yaml', import.meta.url), 'utf8');
  return (load(text) as Expected[] | null) ?? [];
};
