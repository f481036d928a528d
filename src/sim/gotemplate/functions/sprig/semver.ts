import { pointerTo, STRING, structOf, UINT64 } from '../../values/type.ts';
import { str, textOf, uint64, type Value, value } from '../../values/value.ts';
import { define, defineRaw, type Functions } from '../define.ts';
import { meets, parseVersion, showVersion, type Version } from './version.ts';

const FIELDS = ['original', 'major', 'minor', 'patch', 'prerelease', 'metadata'] as const;
const VERSION = structOf('semver.Version', []);

const partsOf = (v: Value): readonly Value[] => v.data as readonly Value[];
const read = (v: Value): Version => {
  const [original, major, minor, patch, prerelease, metadata] = partsOf(v).map((part) => part.data);
  return { original, major, minor, patch, prerelease, metadata } as Version;
};
const toValue = (v: Version): Value =>
  value(
    VERSION,
    FIELDS.map((name) => (typeof v[name] === 'bigint' ? uint64(v[name]) : str(v[name]))),
  );

const number = (name: 'major' | 'minor' | 'patch') => defineRaw([VERSION], UINT64, (_, v) => uint64(read(v)[name]));
const text = (pick: (v: Version) => string) => defineRaw([VERSION], STRING, (_, v) => str(pick(read(v))));

VERSION.text = (v) => showVersion(read(v));
Object.assign(VERSION.methods, {
  Major: number('major'),
  Minor: number('minor'),
  Patch: number('patch'),
  Prerelease: text((v) => v.prerelease),
  Metadata: text((v) => v.metadata),
  Original: text((v) => v.original),
  String: text(showVersion),
});

/** Sprig's `semver` and `semverCompare` (semver.go). */
export const sprigSemver: Functions = {
  semver: defineRaw([STRING], pointerTo(VERSION), (_, given) =>
    value(pointerTo(VERSION), { target: toValue(parseVersion(textOf(given))) }),
  ),
  semverCompare: define('string string', 'bool', (_, constraint, version) => meets(constraint, version)),
};
