import { useEffect, useState } from 'react';
import type { Lab } from './lab.ts';

type Model = typeof import('./model.ts');

/** The model, once it is there. */
export const useModel = (lab: Lab): Model | null => {
  const [model, setModel] = useState<Model | null>(null);
  useEffect(() => {
    lab.load().then(setModel, () => undefined);
  }, [lab]);
  return model;
};
