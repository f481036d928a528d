/** The certificate that the injector serves. */
import type { Command, Run } from '../../kernel/index.ts';
import { FaultError, type Plan } from '../fault.ts';

interface Certificate {
  /** PEM. */
  readonly authority?: string;
  /** Unix milliseconds; `null`: it does not expire. */
  readonly notAfter?: number | null;
}

const serve = (certificate: Certificate): Command => ({
  type: 'send',
  to: 'injector',
  event: { type: 'injector.certificate', ...certificate } as { type: string },
});

/** From now on it serves another one. @throws FaultError when there is no injector */
export const certificateChange = (run: Run, certificate: Certificate): Plan => {
  const injector = run.actor('injector');
  if (!injector) throw new FaultError('there is no injector in this world', 'Begin with a world that has one.');
  const { listen } = injector.snapshot.context as { readonly listen: Certificate };
  const { authority, notAfter = null } = listen;
  return {
    commands: [serve(certificate)],
    remember: { ...(authority !== undefined && { authority }), notAfter } satisfies Certificate,
  };
};

/** It serves the certificate of before. */
export const restoreCertificate = (_: Run, remembered: unknown): readonly Command[] => [
  serve(remembered as Certificate),
];
