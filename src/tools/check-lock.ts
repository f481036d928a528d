/**
 * Two things a lock file must hold for `npm ci` to work everywhere: every platform package that a locked package names,
 * and no address of a registry.
 */
import { readFileSync } from 'node:fs';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };

/** Whether Node would find the package `name` from `place`: in its own node_modules or in any above. */
const resolvable = (place: string, name: string): boolean => {
  for (let dir = place; ; ) {
    if (packages[`${dir === '' ? '' : `${dir}/`}node_modules/${name}`]) return true;
    if (dir === '') return false;
    const up = dir.lastIndexOf('/node_modules/');
    dir = up < 0 ? '' : dir.slice(0, up);
  }
};

const problems = Object.entries(packages).flatMap(([place, locked]) => [
  ...Object.keys(locked.optionalDependencies ?? {})
    .filter((name) => !resolvable(place, name))
    .map(
      (name) =>
        `${place}@${locked.version} names ${name}, which is not locked; choose a version whose platform packages are all published`,
    ),
  ...(locked.resolved
    ? [`${place} is locked to the address ${locked.resolved}; install with --omit-lockfile-registry-resolved`]
    : []),
]);
if (problems.length > 0) {
  console.error(`package-lock.json:\n  ${problems.join('\n  ')}`);
  process.exit(1);
}
