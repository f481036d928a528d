import type { Rule } from '../rule.ts';
import { rbacReviewGroup } from './review-group.ts';
import { rbacReviewInANamespace } from './review-in-a-namespace.ts';
import { rbacReviewResource } from './review-resource.ts';
import { rbacReviewVerb } from './review-verb.ts';
import { rbacSystemName } from './system-name.ts';

/** Rules about the reviewer's rights. A new one is a file and a line here. */
export const rbacRules: readonly Rule[] = [
  rbacReviewGroup,
  rbacReviewInANamespace,
  rbacReviewResource,
  rbacReviewVerb,
  rbacSystemName,
];
