/** `vault kv …` for both versions of the engine. Source: vault: command/kv_*.go. */
import type { Command } from '../../command.ts';
import { enableVersioning } from './enable-versioning.ts';
import { get } from './get.ts';
import { list } from './list.ts';
import { metadataDelete, metadataGet, metadataWrite } from './metadata.ts';
import { patch } from './patch.ts';
import { put } from './put.ts';
import { byVersions, rollback } from './versions.ts';

export const kv: Readonly<Record<string, Command>> = {
  'kv get': get,
  'kv put': put,
  'kv patch': patch,
  'kv delete': byVersions('delete', 'Deletes versions in the KV store'),
  'kv undelete': byVersions('undelete', 'Undeletes versions in the KV store'),
  'kv destroy': byVersions('destroy', 'Permanently removes one or more versions in the KV store'),
  'kv list': list,
  'kv rollback': rollback,
  'kv enable-versioning': enableVersioning,
  'kv metadata get': metadataGet,
  'kv metadata put': metadataWrite('PUT', 'Sets or updates key settings in the KV store'),
  'kv metadata patch': metadataWrite('PATCH', 'Patches key settings in the KV store'),
  'kv metadata delete': metadataDelete,
};
