import { type FieldSchemas, type Handler, invalidRequest } from '../framework/index.ts';
import type { Storage } from './storage.ts';

const UPGRADING =
  'Upgrading from non-versioned to versioned data. This backend will be unavailable for a brief period and will resume service shortly.';

/** A handler that refuses while the mount is being upgraded (kv plugin: upgrade.go, upgradeCheck). */
export const unlessUpgrading =
  <F extends FieldSchemas>(handler: Handler<Storage, F>): Handler<Storage, F> =>
  (core, request, fields) => {
    const { upgradingUntil } = request.storage;
    if (upgradingUntil !== null && core.wall < upgradingUntil) throw invalidRequest(UPGRADING);
    return handler(core, request, fields);
  };
