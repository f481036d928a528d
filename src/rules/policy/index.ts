import type { Rule } from '../rule.ts';
import { policyCredentialsAreRead } from './credentials-are-read.ts';
import { policyDenyWins } from './deny-wins.ts';
import { policyEverything } from './everything.ts';
import { policyNameTwice } from './name-twice.ts';
import { policyNoCapabilities } from './no-capabilities.ts';
import { policyOldWrite } from './old-write.ts';
import { policyPlusInside } from './plus-inside.ts';
import { policyReservedName } from './reserved-name.ts';
import { policySamePathTwice } from './same-path-twice.ts';
import { policyStarInside } from './star-inside.ts';
import { policySudoMissing } from './sudo-missing.ts';
import { policySyntax } from './syntax.ts';
import { unknownCapability } from './unknown-capability.ts';
import { policyVersionPrefix } from './version-prefix.ts';

/** Rules about policies. A new one is a file and a line here. */
export const policyRules: readonly Rule[] = [
  policyCredentialsAreRead,
  policyDenyWins,
  policyEverything,
  policyNameTwice,
  policyNoCapabilities,
  policyOldWrite,
  policyPlusInside,
  policyReservedName,
  policySamePathTwice,
  policyStarInside,
  policySudoMissing,
  policySyntax,
  unknownCapability,
  policyVersionPrefix,
];
