/** The steps that look at the files of Vault's own Pod. Source: plugin: backend.go (loadConfig). */
import { told } from './denial.ts';
import { cached, type LocalFile, noSuchFile, remember, usesLocalCa, usesLocalToken } from './local-files.ts';
import { logValue } from './log.ts';
import { configOf } from './login-checks.ts';
import { denies, type LoginContext, passes, type Verdict } from './login-context.ts';

const WAITS: Verdict = { waits: true };

/** Whether the step has to read the file now. */
export const mustRead = (c: LoginContext, file: LocalFile): boolean =>
  (file === 'token' ? usesLocalToken(configOf(c)) : usesLocalCa(configOf(c))) &&
  cached(c.learned.files, file, c.wall) === undefined;

/** Before the file is read: nothing to do, or the copy in memory. */
export const readingLocalToken = (c: LoginContext): Verdict => {
  const config = configOf(c);
  if (config.reviewerJwt !== '') return passes('The configured token_reviewer_jwt asks for the review.');
  if (config.disableLocalCaJwt) return passes("The client's own token asks for its review.");
  const text = cached(c.learned.files, 'token', c.wall);
  return text === undefined
    ? WAITS
    : passes("Vault's own token (read less than a minute ago) asks for the review.", { localToken: text });
};

export const readingLocalCa = (c: LoginContext): Verdict => {
  const config = configOf(c);
  if (config.caCert !== '') return passes('The configured CA vouches for the API server.');
  if (config.disableLocalCaJwt) return passes("The system's trust store vouches for the API server.");
  const text = cached(c.learned.files, 'ca', c.wall);
  return text === undefined
    ? WAITS
    : passes("The CA of Vault's own Pod vouches for the API server.", { localCa: text });
};

/** After the file was read; `null`: there is none. */
export const localTokenRead = (c: LoginContext, text: string | null): Verdict => {
  if (text !== null)
    return passes("Vault's own token asks for the review.", {
      localToken: text,
      files: remember(c.learned.files, 'token', text, c.wall),
    });
  const line = `failed to read local service account token, will use client token: error=${logValue(noSuchFile('token'))}`;
  return passes("Vault has no token of its own, so the client's token asks for its own review.", {
    log: [...c.learned.log, line],
  });
};

export const localCaRead = (c: LoginContext, text: string | null): Verdict =>
  text === null
    ? denies(told(500, 'local-ca', noSuchFile('ca'), "The CA file of Vault's own Pod is gone."))
    : passes("The CA of Vault's own Pod vouches for the API server.", {
        localCa: text,
        files: remember(c.learned.files, 'ca', text, c.wall),
      });
