import { useEffect, useState } from 'react';
import type { Lab } from './lab.ts';

type Model = typeof import('./model.ts');

/** The model, once it is there; or that it could not be loaded. */
export const useModel = (lab: Lab): { readonly model: Model | null; readonly failed: boolean } => {
  const [state, setState] = useState<{ readonly model: Model | null; readonly failed: boolean }>({
    model: null,
    failed: false,
  });
  useEffect(() => {
    lab.load().then(
      (model) => setState({ model, failed: false }),
      () => setState({ model: null, failed: true }),
    );
  }, [lab]);
  return state;
};
