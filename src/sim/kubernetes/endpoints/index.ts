import type { Endpoint } from '../server/context.ts';
import { accessReview } from './access-review.ts';
import { binding } from './binding.ts';
import { create } from './create.ts';
import { remove } from './delete.ts';
import { deleteCollection } from './delete-collection.ts';
import { discovery } from './discovery.ts';
import { get } from './get.ts';
import { health } from './health.ts';
import { issuer } from './issuer.ts';
import { list } from './list.ts';
import { patch } from './patch.ts';
import { podExec } from './pod-exec.ts';
import { podLog } from './pod-log.ts';
import { scale } from './scale.ts';
import { selfSubjectReview } from './self-subject-review.ts';
import { selfSubjectRulesReview } from './self-subject-rules-review.ts';
import { tokenRequest } from './token-request.ts';
import { tokenReview } from './token-review.ts';
import { update } from './update.ts';
import { version } from './version.ts';
import { watch } from './watch.ts';

/** Every endpoint; the first that matches answers. A new one is a file beside this and a line here. */
export const ENDPOINTS: readonly Endpoint[] = [
  tokenReview,
  accessReview,
  selfSubjectReview,
  selfSubjectRulesReview,
  tokenRequest,
  binding,
  podLog,
  podExec,
  scale,
  watch,
  get,
  list,
  create,
  update,
  patch,
  remove,
  deleteCollection,
  version,
  health,
  issuer,
  discovery,
];
