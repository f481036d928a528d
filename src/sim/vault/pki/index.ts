/** `pki`: certificates for a while. Source: vault: builtin/logical/pki. */
import { type BackendDefinition, backendType } from '../framework/index.ts';
import { certificateLease } from './certificate-lease.ts';
import { crlConfigPath, defaultCrlConfig } from './crl-config.ts';
import { caPath, certificateList, certificatePath, chainPath, deltaPath, listPath } from './fetch-path.ts';
import { issuePath, issuerIssuePath } from './issue-path.ts';
import { issuerList, issuerListPath, issuerPath, issuersConfigPath, rawIssuerPath } from './issuers-path.ts';
import { keyList, keyPath, keysConfigPath } from './keys-path.ts';
import { revokedList, revokePath, rotateDeltaPath, rotateListPath } from './revoke-path.ts';
import { roleList, rolePath } from './role-path.ts';
import { deleteRootPath, rootPath, rotateRootPath } from './root-path.ts';
import type { Storage } from './storage.ts';
import { tidyPath } from './tidy-path.ts';
import { clusterPath, noUrls, urlsPath } from './urls.ts';

const emptyStorage = (): Storage => ({
  keys: {},
  issuers: {},
  defaultKey: '',
  defaultIssuer: '',
  followLatest: false,
  roles: {},
  certificates: {},
  revoked: {},
  urls: noUrls(),
  cluster: { path: '', aia_path: '' },
  crlConfig: defaultCrlConfig(),
  crlNumber: 0,
});

const backend: BackendDefinition<Storage> = {
  paths: [
    roleList,
    rolePath,
    rootPath,
    rotateRootPath,
    deleteRootPath,
    crlConfigPath,
    urlsPath,
    clusterPath,
    issuePath,
    issuerIssuePath,
    rotateListPath,
    rotateDeltaPath,
    revokePath,
    revokedList,
    tidyPath,
    issuerList,
    issuerPath,
    rawIssuerPath,
    issuerListPath,
    issuersConfigPath,
    keyList,
    keyPath,
    keysConfigPath,
    caPath,
    chainPath,
    listPath,
    deltaPath,
    certificatePath,
    certificateList,
  ],
  sudo: ['root', 'root/sign-self-issued'],
  unauthenticated: [
    'cert/*',
    'ca/pem',
    'ca_chain',
    'ca',
    'crl/delta',
    'crl/delta/pem',
    'crl/pem',
    'crl',
    'issuer/+/crl/der',
    'issuer/+/crl/pem',
    'issuer/+/crl',
    'issuer/+/pem',
    'issuer/+/der',
    'issuer/+/json',
    'issuers/',
  ],
  secrets: { pki: certificateLease },
  notModelled: [
    'sign/*',
    'sign-verbatim',
    'sign-verbatim/*',
    'root/*',
    'intermediate/*',
    'issuer/*',
    'issuers/*',
    'keys/*',
    'config/*',
    'revoke-with-key',
    'certs/*',
    'tidy-status',
    'tidy-cancel',
    'ocsp',
    'ocsp/*',
    'unified-crl',
    'unified-crl/*',
    'acme/*',
    'roles/*',
  ],
};

export const pki = backendType<Storage>({ type: 'pki', class: 'secret', init: emptyStorage, backend: () => backend });
