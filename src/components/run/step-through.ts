/** Milliseconds that a played row stays before the next. */
const PACE = 1400;

/**
 * Lets a reader go through a drawn run row by row. Rows to come are invisible but keep their place, so nothing moves.
 * Without this script the run is shown whole.
 */
export const stepThrough = (run: HTMLElement): void => {
  const controls = run.querySelector<HTMLElement>('.run-controls');
  const rows = [...run.querySelectorAll<HTMLElement>('.row')];
  if (controls === null || rows.length === 0) return;
  const clock = controls.querySelector<HTMLElement>('.run-clock')!;
  const say = run.querySelector<HTMLElement>('[data-say]')!;
  const button = (name: string) => controls.querySelector<HTMLButtonElement>(`[data-do="${name}"]`)!;
  const playLabel = button('play').querySelector('span')!;
  /** Rows shown; all of them until somebody steps. */
  let shown = rows.length;
  let timer = 0;

  const show = (count: number, announce: boolean): void => {
    shown = Math.max(0, Math.min(count, rows.length));
    for (const [i, row] of rows.entries()) {
      row.classList.toggle('future', i >= shown);
      row.classList.toggle('now', i === shown - 1 && shown < rows.length);
    }
    const row = rows[shown - 1];
    clock.textContent = row?.querySelector('time')?.textContent ?? '';
    button('back').disabled = shown === 0;
    if (announce) say.textContent = row?.querySelector('.says')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  };
  const stop = (): void => {
    window.clearInterval(timer);
    timer = 0;
    playLabel.textContent = 'Play';
  };
  const act: Readonly<Record<string, () => void>> = {
    play: () => {
      if (timer !== 0) return stop();
      if (shown === rows.length) show(0, false);
      playLabel.textContent = 'Pause';
      timer = window.setInterval(() => {
        show(shown + 1, false);
        if (shown === rows.length) stop();
      }, PACE);
    },
    back: () => {
      stop();
      show(shown - 1, true);
    },
    step: () => {
      stop();
      // A step on a run that is shown whole begins it again.
      show(shown === rows.length ? 1 : shown + 1, true);
    },
    all: () => {
      stop();
      show(rows.length, false);
    },
  };
  controls.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-do]') : null;
    if (target !== null) act[target.dataset.do ?? '']?.();
  });
  controls.hidden = false;
  show(rows.length, false);
};
