/** Versions and constraints of Masterminds/semver, as Sprig's `semver` and `semverCompare` use them. */
import { GoError } from '../../exec/errors.ts';

export interface Version {
  original: string;
  major: bigint;
  minor: bigint;
  patch: bigint;
  prerelease: string;
  metadata: string;
}

const VERSION =
  /^v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;

export const parseVersion = (text: string): Version => {
  const match = VERSION.exec(text);
  if (!match) throw new GoError('Invalid Semantic Version');
  const [, major = '0', minor = '0', patch = '0', prerelease = '', metadata = ''] = match;
  return { original: text, major: BigInt(major), minor: BigInt(minor), patch: BigInt(patch), prerelease, metadata };
};

export const showVersion = (v: Version): string =>
  `${v.major}.${v.minor}.${v.patch}${v.prerelease ? `-${v.prerelease}` : ''}${v.metadata ? `+${v.metadata}` : ''}`;

const comparePart = (a: string, b: string): number => {
  const [x, y] = [/^[0-9]+$/.test(a), /^[0-9]+$/.test(b)];
  if (x && y) return Number(a) - Number(b);
  if (x !== y) return x ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
};

const comparePrerelease = (a: string, b: string): number => {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  const [x, y] = [a.split('.'), b.split('.')];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    if (x[i] === undefined || y[i] === undefined) return x[i] === undefined ? -1 : 1;
    const order = comparePart(x[i]!, y[i]!);
    if (order !== 0) return order;
  }
  return 0;
};

export const compareVersions = (a: Version, b: Version): number =>
  Number(a.major - b.major) ||
  Number(a.minor - b.minor) ||
  Number(a.patch - b.patch) ||
  comparePrerelease(a.prerelease, b.prerelease);

interface Bound {
  operator: string;
  version: Version;
  /** Parts left out or written `x`. */
  wildMinor: boolean;
  wildPatch: boolean;
  wild: boolean;
}

const CONSTRAINT =
  /^\s*(|=|==|!=|>|<|>=|=>|<=|=<|~|~>|\^)\s*(v?([0-9]+|[xX*])(?:\.([0-9]+|[xX*]))?(?:\.([0-9]+|[xX*]))?(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?)\s*/;

const bound = (operator: string, match: RegExpExecArray): Bound => {
  const isWild = (part: string | undefined) => part === undefined || /^[xX*]$/.test(part);
  const digits = (part: string | undefined) => (isWild(part) ? '0' : part!);
  const wild = isWild(match[3]);
  const wildMinor = wild || isWild(match[4]);
  const text = `${digits(match[3])}.${wild ? '0' : digits(match[4])}.${wildMinor ? '0' : digits(match[5])}${match[6] ?? ''}${match[7] ?? ''}`;
  return { operator, version: parseVersion(text), wild, wildMinor, wildPatch: wildMinor || isWild(match[5]) };
};

const readBounds = (text: string, whole: string): Bound[] => {
  const ranged = text.replace(/(\S+)\s+-\s+(\S+)/g, '>=$1 <=$2');
  const bounds: Bound[] = [];
  for (let rest = ranged.trim(); rest !== ''; rest = rest.replace(/^[\s,]+/, '')) {
    const match = CONSTRAINT.exec(rest);
    if (!match) throw new GoError(`improper constraint: ${whole}`);
    bounds.push(bound(match[1]!, match));
    rest = rest.slice(match[0].length);
  }
  if (bounds.length === 0) throw new GoError(`improper constraint: ${whole}`);
  return bounds;
};

const sameUpTo = (v: Version, b: Bound): boolean =>
  (b.wild || v.major === b.version.major) &&
  (b.wildMinor || v.minor === b.version.minor) &&
  (b.wildPatch || v.patch === b.version.patch);

const caret = (v: Version, { version: low, wildMinor, wildPatch }: Bound): boolean => {
  if (low.major > 0n || wildMinor) return v.major === low.major;
  if (v.major !== 0n) return false;
  if (low.minor > 0n || wildPatch) return v.minor === low.minor;
  return v.minor === 0n && v.patch === low.patch;
};

const satisfies = (v: Version, b: Bound): boolean => {
  // A pre-release only meets a bound that names one.
  if (v.prerelease !== '' && b.version.prerelease === '' && b.operator !== '!=') return false;
  const order = compareVersions(v, b.version);
  switch (b.operator) {
    case '!=':
      return b.wildPatch ? !sameUpTo(v, b) : order !== 0;
    case '>':
      return b.wildPatch ? order > 0 && !sameUpTo(v, b) : order > 0;
    case '<':
      return order < 0;
    case '>=':
    case '=>':
      return order >= 0;
    case '<=':
    case '=<':
      return order <= 0 || (b.wildPatch && sameUpTo(v, b));
    case '^':
      return b.wild || (order >= 0 && caret(v, b));
    case '~':
    case '~>':
      return b.wild || (order >= 0 && v.major === b.version.major && (b.wildMinor || v.minor === b.version.minor));
    default:
      return b.wildPatch ? sameUpTo(v, b) && (b.wild || order >= 0) : order === 0;
  }
};

/** Does a version meet a constraint such as `>=1.2 <2 || ^3.1`? Throws GoError for malformed input. */
export const meets = (constraint: string, version: string): boolean => {
  const choices = constraint.split('||').map((part) => readBounds(part, constraint));
  const v = parseVersion(version);
  return choices.some((bounds) => bounds.every((b) => satisfies(v, b)));
};
