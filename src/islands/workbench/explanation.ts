import type { Entry, Session } from '../../sim/index.ts';

/** What a login decided, check by check, and how the two sides learn of it. */
export interface Explanation {
  readonly passed: readonly { readonly step: string; readonly words: string }[];
  readonly denial: { readonly step: string; readonly words: string } | null;
  /** What the client was told. */
  readonly client: string;
  /** What Vault's own log said meanwhile. */
  readonly log: readonly string[];
}

interface LoginOutput {
  readonly passed?: readonly { readonly step: string; readonly words: string }[];
  readonly denial?: { readonly step: string; readonly words: string } | null;
}

/** Whether an entry is a consequence of another. */
const follows = (entries: readonly Entry[], index: number, root: number): boolean => {
  for (let i = index; i >= root; i = entries[i]?.cause ?? -1) if (i === root) return true;
  return false;
};

/** What happened inside the asked party on account of an exchange, where its machine tells. */
export const explanationOf = (session: Session, exchange: number): Explanation | null => {
  const entries = session.run.history;
  let output: LoginOutput | null = null;
  let client = '';
  const log: string[] = [];
  for (let i = exchange + 1; i < entries.length; i++) {
    const e = entries[i];
    if (!e || !follows(entries, i, exchange)) continue;
    if (e.kind === 'stopped' && e.output !== null && typeof e.output === 'object' && 'passed' in e.output)
      output ??= e.output as LoginOutput;
    if (e.kind === 'log' && e.place === 'vault' && e.logger !== 'sidecar-lab')
      log.push(`[${e.level.toUpperCase()}] ${e.logger}: ${e.text}`);
    if (e.kind === 'response' && e.exchange === exchange) {
      const errors = (e.body as { errors?: readonly string[] } | null)?.errors;
      client = `${e.status} ${errors?.join('; ') ?? ''}`.trim();
      break;
    }
  }
  return output && { passed: output.passed ?? [], denial: output.denial ?? null, client, log };
};
