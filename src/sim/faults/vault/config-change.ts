/** Faults that lie in `auth/<mount>/config`. */
import type { Run } from '../../kernel/index.ts';
import type { Config } from '../../vault/auth-kubernetes/config.ts';
import type { Storage } from '../../vault/auth-kubernetes/storage.ts';
import { type Fault, FaultError } from '../fault.ts';
import { toVault } from '../requests.ts';
import { kubernetesMounts, storageOf } from '../vault-site.ts';

/** Parameters of `config` as they are written. */
export type ConfigBody = ReturnType<typeof bodyOf>;

const bodyOf = (config: Config) => ({
  kubernetes_host: config.host,
  kubernetes_ca_cert: config.caCert,
  token_reviewer_jwt: config.reviewerJwt,
  pem_keys: config.pemKeys,
  issuer: config.issuer,
  disable_iss_validation: config.disableIssValidation,
  disable_local_ca_jwt: config.disableLocalCaJwt,
  use_annotations_as_alias_metadata: config.annotationsAsMetadata,
});

interface Kept {
  readonly path: string;
  readonly body: ConfigBody;
}

const configs = (run: Run): readonly Kept[] => {
  const found = kubernetesMounts(run).flatMap((mount) => {
    const { config } = storageOf<Storage>(run, mount);
    return config === null ? [] : [{ path: `${mount.route}config`, body: bodyOf(config) }];
  });
  if (found.length > 0) return found;
  throw new FaultError(
    'the auth method `kubernetes` has no configuration yet',
    'Write it first: `vault write auth/kubernetes/config kubernetes_host=…`.',
  );
};

/** Somebody writes the configuration with something wrong in it, and later as it was. */
export const configChange = (change: (run: Run) => Partial<ConfigBody>): Pick<Fault, 'begin' | 'end'> => ({
  begin: (run) => {
    const kept = configs(run);
    const wrong = change(run);
    return {
      commands: kept.map(({ path, body }) => toVault(run, 'POST', path, { ...body, ...wrong })),
      remember: kept,
    };
  },
  end: (run, remembered) => (remembered as readonly Kept[]).map(({ path, body }) => toVault(run, 'POST', path, body)),
});
