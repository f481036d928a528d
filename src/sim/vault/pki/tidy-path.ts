/** `tidy`: forgets certificates that ended long ago. Source: vault: builtin/logical/pki/path_tidy.go. */
import { errorResponse, path } from '../framework/index.ts';
import { rebuildLists } from './revocation-lists.ts';
import type { Storage } from './storage.ts';

/** 72 hours. (defaultTidyConfig) */
const SAFETY_BUFFER = 259_200;

export const tidyPath = path<Storage>()({
  pattern: 'tidy',
  fields: {
    tidy_cert_store: { type: 'bool' },
    tidy_revoked_certs: { type: 'bool' },
    tidy_revocation_list: { type: 'bool' },
    tidy_revoked_cert_issuer_associations: { type: 'bool' },
    tidy_expired_issuers: { type: 'bool' },
    safety_buffer: { type: 'duration', default: SAFETY_BUFFER },
    issuer_safety_buffer: { type: 'duration', default: 31_536_000 },
    pause_duration: { type: 'string', default: '0s' },
  },
  operations: {
    update: (core, { storage }, given) => {
      const buffer = given.get('safety_buffer');
      if (buffer < 1) throw errorResponse('safety_buffer must be greater than zero');
      const ended = (key: string): boolean =>
        (storage.certificates[key]?.notAfter ?? Number.POSITIVE_INFINITY) + buffer * 1000 < core.wall;
      if (given.get('tidy_revoked_certs') || given.get('tidy_revocation_list')) {
        for (const key of Object.keys(storage.revoked)) if (ended(key)) delete storage.revoked[key];
        rebuildLists(core, storage);
      }
      if (given.get('tidy_cert_store'))
        for (const key of Object.keys(storage.certificates))
          if (ended(key) && !storage.revoked[key]) delete storage.certificates[key];
      return {
        status: 202,
        data: null,
        warnings: [
          "Tidy operation successfully started. Any information from the operation will be printed to Vault's server logs.",
        ],
      };
    },
  },
});
