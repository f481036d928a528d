import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64 } from '../../jwt/index.ts';

/**
 * Who a token counts as: its entity, or a hash of its policies. (vault: vault/logical/token.go, CreateClientID)
 * Checked against a recording: `["root"]` gives `0DHqvq2D77kL2/JTPSZkTMJbkFVmUu0TzMi0jiXcFy8=`.
 */
export const clientId = (entityId: string, policies: readonly string[]): string =>
  entityId !== '' ? entityId : base64(sha256(utf8ToBytes(`${[...policies].sort().join('\x7f')}\x00root`)));
