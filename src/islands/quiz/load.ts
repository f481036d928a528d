import { useEffect, useMemo, useState } from 'react';
import type { ServedQuestion } from '../../quiz/served.ts';

const loading = new Map<string, Promise<ServedQuestion>>();

/** Fetches a question once. Failures are forgotten, so that asking again tries again. */
export const loadQuestion = (address: string): Promise<ServedQuestion> => {
  const known = loading.get(address);
  if (known !== undefined) return known;
  const promise = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return (await response.json()) as ServedQuestion;
  });
  loading.set(address, promise);
  promise.catch(() => loading.delete(address));
  return promise;
};

interface Loaded {
  readonly question: ServedQuestion | null;
  /** A sentence with a remedy. */
  readonly problem: string | null;
  retry(): void;
}

/** @param address of the question's JSON; null for none */
export const useQuestion = (address: string | null): Loaded => {
  const [state, setState] = useState<{
    address: string;
    question: ServedQuestion | null;
    problem: string | null;
  } | null>(null);
  const [attempt, setAttempt] = useState(0);
  // Another attempt is another request for the same address.
  const request = useMemo(() => ({ address, attempt }), [address, attempt]);
  useEffect(() => {
    const { address } = request;
    if (address === null) return;
    let gone = false;
    loadQuestion(address).then(
      (question) => !gone && setState({ address, question, problem: null }),
      (error: unknown) =>
        !gone &&
        setState({
          address,
          question: null,
          problem: `The question could not be loaded (${error instanceof Error ? error.message : String(error)}). Check the connection.`,
        }),
    );
    return () => {
      gone = true;
    };
  }, [request]);
  const current = state?.address === address ? state : null;
  return {
    question: current?.question ?? null,
    problem: current?.problem ?? null,
    retry: () => setAttempt(attempt + 1),
  };
};
