/** A secret's path as version 2 stores it: cleaned like a file path, without leading slash. '' for the mount's root. */
export function keyOf(path: string): string {
  const out: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') out.pop();
    else if (segment !== '' && segment !== '.') out.push(segment);
  }
  return out.join('/');
}
