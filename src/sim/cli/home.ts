/** Where the operator's files are in the world. */
export const HOME = 'home/';
export const ELSEWHERE = 'operator';

/** A path as the user typed it, to the world's own: relative to the home directory, or anywhere on the operator's machine. */
export const worldPath = (typed: string): string => {
  const path = typed.replace(/^~\//, '').replace(/^file:\/\//, '');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return path.startsWith('/') ? `${ELSEWHERE}/${parts.join('/')}` : HOME + parts.join('/');
};
