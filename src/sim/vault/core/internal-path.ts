import { path } from '../framework/index.ts';
import type { InternalCore } from './mount-core.ts';

/** For paths of Vault's own backends: their handlers may reach all of Vault through `core.tx`. @typeParam S their storage */
export const internalPath = <S = null>() => path<S, InternalCore>();
