import { useEffect } from 'react';

/** Takes header, footer and introduction off the page while an exam runs. @param bare whether it runs */
export const useBareFrame = (bare: boolean): void => {
  useEffect(() => {
    if (!bare) return;
    const root = document.documentElement;
    root.dataset.exam = 'running';
    return () => {
      delete root.dataset.exam;
    };
  }, [bare]);
};
