/** `vault kv metadata …` (vault: command/kv_metadata_*.go) */
import type { Run } from '../../../program.ts';
import { type Call, type Command, show } from '../../command.ts';
import { CommandFailure, usage } from '../../failure.ts';
import { FIELD, type FlagSet } from '../../flags.ts';
import { headerFor } from '../../output.ts';
import { MOUNT, oneArg, placeOf, prefixed } from './place.ts';
import { isData, showBlock, showPath } from './show.ts';

function* metadataPath(call: Call): Run<string> {
  oneArg(call);
  const place = yield* placeOf(call);
  if (!place.versioned) throw usage('Metadata not supported on KV Version 1');
  return prefixed(place, 'metadata');
}

export const metadataGet: Command = {
  synopsis: 'Retrieves key metadata from the KV store',
  usage: 'KEY',
  flags: { ...MOUNT, ...FIELD },
  *run(call) {
    const path = yield* metadataPath(call);
    const secret = yield* call.client.find(`Error reading ${path}: `, { method: 'GET', path });
    if (!secret) throw new CommandFailure(2, `No value found at ${path}`);
    if (call.flags.text('field') !== '' || !call.out.isTable || secret.wrap_info) return show(call, secret);
    const { versions, ...rest } = secret.data ?? {};
    showPath(call, 'Metadata Path', path);
    call.out.line(headerFor('Metadata', rest));
    call.out.secret({ ...secret, data: rest });
    const all = Object.entries(isData(versions) ? versions : {}).sort(([a], [b]) => Number(a) - Number(b));
    for (const [number, one] of all) {
      call.out.line('');
      if (isData(one)) showBlock(call, `Version ${number}`, one);
    }
    return 0;
  },
};

const METADATA_FLAGS: FlagSet = {
  ...MOUNT,
  'cas-required': 'bool',
  'custom-metadata': 'map',
  'delete-version-after': 'duration',
  'max-versions': 'int',
  'remove-custom-metadata': 'list',
};

export const metadataWrite = (method: 'PUT' | 'PATCH', synopsis: string): Command => ({
  synopsis,
  usage: 'KEY',
  flags: METADATA_FLAGS,
  *run(call) {
    const { flags } = call;
    const path = yield* metadataPath(call);
    const after = flags.text('delete-version-after');
    const custom: Record<string, string | null> = {
      ...flags.map('custom-metadata'),
      ...Object.fromEntries(flags.list('remove-custom-metadata').map((k) => [k, null])),
    };
    const body = {
      ...(flags.has('max-versions') && { max_versions: flags.int('max-versions') }),
      ...(flags.has('cas-required') && { cas_required: flags.bool('cas-required') }),
      ...(after !== '' && { delete_version_after: /\d$/.test(after) ? `${after}s` : after }),
      ...(Object.keys(custom).length > 0 && { custom_metadata: custom }),
    };
    const secret = yield* call.client.change(`Error writing data to ${path}: `, { method, path, body });
    if (secret) call.out.secret(secret);
    else if (call.out.isTable) call.out.line(`Success! Data written to: ${path}`);
    return 0;
  },
});

export const metadataDelete: Command = {
  synopsis: 'Deletes all versions and metadata for a key in the KV store',
  usage: 'PATH',
  flags: MOUNT,
  *run(call) {
    const path = yield* metadataPath(call);
    const secret = yield* call.client.change(`Error deleting ${path}: `, { method: 'DELETE', path });
    if (secret) call.out.secret(secret);
    else call.out.line(`Success! Data deleted (if it existed) at: ${path}`);
    return 0;
  },
};
