/**
 * One login through `auth/kubernetes`, from the request to the token or the refusal. Its states are the real checks in
 * their real order; `passed` in the output tells what each decided, `denial` where the login stopped and why.
 */
import * as check from './login-checks.ts';
import { startOf } from './login-context.ts';
import { localCaRead, localTokenRead, readingLocalCa, readingLocalToken } from './login-files.ts';
import { asking, deciding, loginSetup, reading } from './login-setup.ts';

export const loginMachine = loginSetup.createMachine({
  id: 'vault/kubernetes-login',
  context: ({ input: { at: _at, entropy: _entropy, self: _self, place: _place, wall, ...given } }) =>
    startOf(given, wall),
  initial: 'readingRequest',
  states: {
    readingRequest: deciding('readingRequest', check.readingRequest, 'resolvingRole'),
    resolvingRole: deciding('resolvingRole', check.resolvingRole, 'checkingSourceAddress'),
    checkingSourceAddress: deciding('checkingSourceAddress', check.checkingSourceAddress, 'loadingConfiguration'),
    loadingConfiguration: deciding('loadingConfiguration', check.loadingConfiguration, 'readingLocalToken'),
    readingLocalToken: reading('readingLocalToken', 'token', readingLocalToken, localTokenRead, 'readingLocalCa'),
    readingLocalCa: reading('readingLocalCa', 'ca', readingLocalCa, localCaRead, 'checkingSignature'),
    checkingSignature: deciding('checkingSignature', check.checkingSignature, 'checkingIssuer'),
    checkingIssuer: deciding('checkingIssuer', check.checkingIssuer, 'checkingAudience'),
    checkingAudience: deciding('checkingAudience', check.checkingAudience, 'checkingTimes'),
    checkingTimes: deciding('checkingTimes', check.checkingTimes, 'readingServiceAccount'),
    readingServiceAccount: deciding('readingServiceAccount', check.readingServiceAccount, 'matchingName'),
    matchingName: deciding('matchingName', check.matchingName, 'matchingNamespace'),
    matchingNamespace: {
      ...deciding('matchingNamespace', check.matchingNamespace, 'namingAlias'),
      always: [
        { guard: 'denied', target: 'denied' },
        { guard: 'needsLabels', target: 'readingNamespace' },
        { guard: { type: 'passed', params: { step: 'matchingNamespace' } }, target: 'namingAlias' },
      ],
    },
    readingNamespace: asking('readingNamespace', 'namingAlias'),
    namingAlias: deciding('namingAlias', check.namingAlias, 'reviewingToken'),
    reviewingToken: asking('reviewingToken', 'issuingToken', {
      guard: 'wantsAnnotations',
      target: 'readingAnnotations',
    }),
    readingAnnotations: asking('readingAnnotations', 'issuingToken'),
    issuingToken: { type: 'final' },
    denied: { type: 'final' },
  },
  output: ({ context }) => context,
});
