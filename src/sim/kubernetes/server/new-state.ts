import type { SigningKey } from '../../jwt/index.ts';
import type { Wall } from '../../kernel/index.ts';
import { authorityPem } from './authority.ts';
import { bootstrap, type Manifest } from './bootstrap.ts';
import { ADMIN } from './components.ts';
import type { ApiState } from './state.ts';

/** What must be said of an API server that is used without its actor. */
export interface NewState {
  readonly issuer: string;
  readonly audiences: readonly string[];
  readonly signingKey: SigningKey;
  /** Unix milliseconds at which the cluster is looked at first. */
  readonly wall: Wall;
  readonly objects?: readonly Manifest[];
}

/** The state of a fresh API server for `handle`: no controllers, one administrator with the token `admin-token`. */
export const newApiState = ({ issuer, audiences, signingKey, wall, objects = [] }: NewState): ApiState =>
  bootstrap(
    {
      issuer,
      audiences,
      signingKey,
      authority: authorityPem('cluster'),
      tokens: [ADMIN],
      externalAddress: '192.0.2.2:16443',
      controllers: false,
      nodes: [],
    },
    objects,
    wall,
    0,
  );
