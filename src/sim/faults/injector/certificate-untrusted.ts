import { authorityPem } from '../../kubernetes/index.ts';
import type { Fault } from '../fault.ts';
import { logs, NEW_POD, noNewAgent, notAudited, pods, READS_AGAIN, RUNS_AGAIN, sees, vaultSilent } from '../sight.ts';
import { certificateChange, restoreCertificate } from './certificate.ts';

export const certificateUntrusted: Fault = {
  id: 'injector.certificate.untrusted',
  group: 'injector',
  title: "The webhook's certificate is of another authority",
  about:
    "The `caBundle` of the webhook's registration no longer fits the certificate that the injector serves, as after a rotation that did not reach the registration. With `failurePolicy: Ignore`, Pods are made without an Agent.",
  observed: {
    client: sees('The application finds no file.', {
      file: { pod: 'app/web-*', container: 'app', path: '/vault/secrets/config', absent: true },
    }),
    agent: noNewAgent('There is none.'),
    vault: vaultSilent('Nothing: nobody asks.'),
    audit: notAudited('auth/kubernetes/login', 'No login.'),
    kubernetes: logs(
      'kubernetes',
      'x509: certificate signed by unknown authority',
      "The API server's own log has the handshake that failed.",
    ),
    kubectl: pods('1/1', 'Running', 'The new Pod runs, with one container instead of two.'),
  },
  recovery: {
    itself: false,
    says: 'A Pod without an Agent stays without: delete it, the next one is injected.',
    remedy: NEW_POD,
    within: 60_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 100, run: NEW_POD }], lasts: 60_000 },
  begin: (run) => certificateChange(run, { authority: authorityPem('another injector') }),
  end: restoreCertificate,
};
