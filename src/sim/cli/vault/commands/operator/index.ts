import type { Commands } from '../../command.ts';
import { generateRoot } from './generate-root.ts';
import { rekey } from './rekey.ts';
import { server } from './server.ts';

export const operator: Commands = {
  ...server,
  'operator generate-root': generateRoot,
  'operator rekey': rekey,
};
