import type { Store } from '../store/store.ts';
import type { Verdict } from '../tokens/review.ts';
import type { Settings } from './settings.ts';

/** Everything the API server remembers; plain JSON. Handlers work on a copy (`workingCopy`) that is dropped on an error. */
export interface ApiState {
  readonly settings: Settings;
  store: Store;
  /** Successful authentications by audiences and token, until (Unix ms). */
  authenticated: Readonly<Record<string, { until: number; verdict: Verdict }>>;
}

/** A copy whose fields may be replaced. */
export const workingCopy = (state: ApiState): ApiState => ({ ...state, store: { ...state.store } });
