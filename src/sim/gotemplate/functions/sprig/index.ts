import type { Functions } from '../define.ts';
import { sprigDates } from './dates.ts';
import { sprigDicts } from './dicts.ts';
import { sprigHashes } from './hashes.ts';
import { sprigLists } from './lists.ts';
import { sprigNumbers } from './numbers.ts';
import { sprigPaths } from './paths.ts';
import { sprigRegex } from './regex.ts';
import { sprigSemver } from './semver.ts';
import { sprigStrings } from './strings.ts';
import { sprigUrl } from './url.ts';

const all: Functions = {
  ...sprigStrings,
  ...sprigLists,
  ...sprigDicts,
  ...sprigNumbers,
  ...sprigDates,
  ...sprigRegex,
  ...sprigPaths,
  ...sprigHashes,
  ...sprigUrl,
  ...sprigSemver,
};

/** Sprig's text functions under consul-template's prefix `sprig_`. Source: Masterminds/sprig 3.3.0, as in Vault 1.19.5. */
export const sprigFunctions: Functions = Object.fromEntries(
  Object.entries(all).map(([name, made]) => [`sprig_${name}`, made]),
);
