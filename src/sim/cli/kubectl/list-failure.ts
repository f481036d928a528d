import type { Kind } from '../../kubernetes/kinds/kind.ts';
import { versionOf } from '../../kubernetes/kinds/kind.ts';
import { ApiFailure } from './failure.ts';

/** What a client makes of a list that was refused. (cli-runtime: pkg/resource/helper.go, EnhanceListError) */
export const listFailure = (error: unknown, kind: Kind, labels: string, fields: string): unknown => {
  if (!(error instanceof ApiFailure)) return error;
  const { reason, message = '' } = error.status;
  if (reason !== 'BadRequest' && reason !== 'NotFound') return error;
  const subject = JSON.stringify(`${kind.group}/${versionOf(kind)}, Resource=${kind.plural}`);
  const what =
    labels === '' && fields === ''
      ? `Unable to list ${subject}`
      : `Unable to find ${subject} that match label selector ${JSON.stringify(labels)}, field selector ${JSON.stringify(fields)}`;
  return new ApiFailure({ ...error.status, message: `${what}: ${message}` });
};
