/** Go's package `path`; on Linux `filepath` is the same. */
import { define, type Functions } from '../define.ts';

export const cleanPath = (path: string): string => {
  if (path === '') return '.';
  const rooted = path[0] === '/';
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.length > 0 && out.at(-1) !== '..') out.pop();
    else if (!rooted) out.push('..');
  }
  return (rooted ? '/' : '') + out.join('/') || '.';
};

const base = (path: string): string => {
  if (path === '') return '.';
  const bare = path.replace(/\/+$/, '');
  return bare === '' ? '/' : bare.slice(bare.lastIndexOf('/') + 1);
};

const extension = (path: string): string => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.includes('.') ? name.slice(name.lastIndexOf('.')) : '';
};

const named = {
  base,
  dir: (path: string) => cleanPath(path.slice(0, path.lastIndexOf('/') + 1)),
  clean: cleanPath,
  ext: extension,
};

export const sprigPaths: Functions = {
  ...Object.fromEntries(
    Object.entries(named).flatMap(([name, run]) => {
      const made = define('string', 'string', (_, path) => run(path));
      return [
        [name, made],
        [`os${name[0]!.toUpperCase()}${name.slice(1)}`, made],
      ];
    }),
  ),
  isAbs: define('string', 'bool', (_, path) => path[0] === '/'),
  osIsAbs: define('string', 'bool', (_, path) => path[0] === '/'),
};
