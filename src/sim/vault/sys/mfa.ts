/** `sys/mfa/validate`: no login of the model ever asks for a second factor, so no request id is ever known. */
import { errorResponse } from '../framework/index.ts';
import { sysPath } from './path.ts';

export const mfaValidate = sysPath({
  pattern: 'mfa/validate',
  fields: { mfa_request_id: { type: 'string' }, mfa_payload: { type: 'map' } },
  operations: {
    update: (_, __, fields) => {
      if (fields.get('mfa_request_id') === '') throw errorResponse('missing request ID');
      throw errorResponse('invalid request ID');
    },
  },
});
