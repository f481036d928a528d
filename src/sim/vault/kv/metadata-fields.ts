/** Parameters of `metadata/:path`. */
export const fields = {
  path: { type: 'string' },
  exclude_deleted: { type: 'bool' },
  cas_required: { type: 'bool' },
  max_versions: { type: 'int' },
  delete_version_after: { type: 'duration' },
  custom_metadata: { type: 'map' },
} as const;

export type MetadataFields = typeof fields;
