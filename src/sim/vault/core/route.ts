import type { MountEntry, VaultState } from '../state/state.ts';

/** The mount whose route is the longest prefix of the path; failing that, the one whose route is the path and a slash. */
export const matchingMount = (state: VaultState, path: string): MountEntry | undefined => {
  const { mounts } = state;
  for (let end = path.lastIndexOf('/'); end >= 0; end = end === 0 ? -1 : path.lastIndexOf('/', end - 1)) {
    const route = path.slice(0, end + 1);
    if (Object.hasOwn(mounts, route)) return mounts[route];
  }
  return Object.hasOwn(mounts, `${path}/`) ? mounts[`${path}/`] : undefined;
};

/** The path below the mount. */
export const pathBelow = (mount: MountEntry, path: string): string => path.slice(mount.route.length);

const compiled = new Map<string, (path: string) => boolean>();

const compile = (pattern: string): ((path: string) => boolean) => {
  const prefix = pattern.endsWith('*');
  const body = prefix ? pattern.slice(0, -1) : pattern;
  if (!body.split('/').includes('+')) return prefix ? (path) => path.startsWith(body) : (path) => path === body;
  const source = body
    .split('/')
    .map((part) => (part === '+' ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('/');
  const regexp = new RegExp(`^${source}${prefix ? '' : '$'}`);
  return (path) => regexp.test(path);
};

/** Whether one of a backend's special paths (`login/*`, `accessors*`, `pki/+/pem`) covers the path. */
export const coversPath = (patterns: readonly string[] | undefined, path: string): boolean =>
  patterns?.some((pattern) => {
    let test = compiled.get(pattern);
    if (!test) {
      test = compile(pattern);
      compiled.set(pattern, test);
    }
    return test(path);
  }) ?? false;
