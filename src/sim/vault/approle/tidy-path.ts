import { path } from '../framework/index.ts';
import { tidy } from './secret-id.ts';
import type { Storage } from './storage.ts';

const STARTED =
  "Tidy operation successfully started. Any information from the operation will be printed to Vault's server logs.";

/** `tidy/secret-id`: expired secret ids go at once, not with the next sweep. Source: vault: approle/path_tidy_user_id.go. */
export const tidyPath = path<Storage>()({
  pattern: 'tidy/secret-id',
  fields: {},
  operations: {
    update: (core, { storage }) => {
      tidy(storage, core.wall);
      return { status: 202, warnings: [STARTED] };
    },
  },
});
