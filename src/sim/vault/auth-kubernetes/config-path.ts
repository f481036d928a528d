import {
  type Core,
  deferred,
  errorResponse,
  type FieldData,
  type FieldSchemas,
  path,
  type Request,
} from '../framework/index.ts';
import { type Config, configData } from './config.ts';
import { cached, LOCAL_FILES, noSuchFile, remember, usesLocalCa } from './local-files.ts';
import { pemBlocks, publicKey } from './pem.ts';
import type { Storage } from './storage.ts';

/** Parameters of `config`. */
export const configFields = {
  kubernetes_host: { type: 'string' },
  kubernetes_ca_cert: { type: 'string' },
  token_reviewer_jwt: { type: 'string' },
  pem_keys: { type: 'comma slice' },
  issuer: { type: 'string' },
  disable_iss_validation: { type: 'bool', default: true },
  disable_local_ca_jwt: { type: 'bool', default: false },
  use_annotations_as_alias_metadata: { type: 'bool', default: false },
} as const satisfies FieldSchemas;

/** A write replaces everything: what is left out goes back to its default. */
const written = (fields: FieldData<typeof configFields>): Config => ({
  host: fields.get('kubernetes_host'),
  caCert: fields.get('kubernetes_ca_cert'),
  reviewerJwt: fields.get('token_reviewer_jwt'),
  pemKeys: fields.get('pem_keys'),
  issuer: fields.get('issuer'),
  disableIssValidation: fields.get('disable_iss_validation'),
  disableLocalCaJwt: fields.get('disable_local_ca_jwt'),
  annotationsAsMetadata: fields.get('use_annotations_as_alias_metadata'),
});

/** @throws VaultError 400 with the first rule that is violated */
const check = (config: Config): void => {
  if (config.host === '') throw errorResponse('no host provided');
  if (config.caCert !== '' && pemBlocks(config.caCert).length === 0)
    throw errorResponse('The provided CA PEM data contains no valid certificates');
  for (const text of config.pemKeys) {
    const parsed = publicKey(text);
    if ('error' in parsed) throw errorResponse(parsed.error);
  }
};

/**
 * The configuration that a write gives.
 * @throws VaultError 400 with the first rule that is violated
 */
export const checkedConfig = (fields: FieldData<typeof configFields>): Config => {
  const config = written(fields);
  check(config);
  return config;
};

const store = (core: Core, request: Request<Storage>, config: Config, ca: string | null): undefined => {
  request.storage.config = config;
  if (ca !== null) request.storage.files = remember(request.storage.files, 'ca', ca, core.wall);
};

/** `config`: how this mount reaches a cluster and judges its tokens. The API server is not asked when it is written. */
export const configPath = path<Storage>()({
  pattern: 'config',
  help: 'Configures the JWT Public Key and Kubernetes API information.',
  fields: configFields,
  operations: {
    read: (_core, request) => (request.storage.config ? { data: configData(request.storage.config) } : undefined),
    update: (core, request, fields) => {
      const config = checkedConfig(fields);
      const local = usesLocalCa(config) && cached(request.storage.files, 'ca', core.wall) === undefined;
      return local ? deferred('vault/local-file', { path: LOCAL_FILES.ca.path }) : store(core, request, config, null);
    },
  },
  resume: (core, request, output, fields) => {
    const { text } = output as { readonly text: string | null };
    if (text === null) throw errorResponse(noSuchFile('ca'));
    return store(core, request, written(fields), text);
  },
});
