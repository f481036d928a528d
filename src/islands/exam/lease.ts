/** Which of several tabs takes the exam: one at a time. The others look on, and can take over. */

export interface Lease {
  /**
   * Tries to become the tab that takes the exam.
   * @param force take it from the tab that has it
   */
  take(force: boolean): Promise<boolean>;
  release(): void;
}

/** A tab that has just been closed or reloaded may hold on for a moment. */
const RETRIES = 5;
const PAUSE = 150;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** By Web Locks: the browser frees the lock of a tab that crashed. */
const byLocks = (locks: LockManager, name: string, lost: () => void): Lease => {
  let release: (() => void) | null = null;
  const request = (options: LockOptions): Promise<boolean> =>
    new Promise((resolve) => {
      let held = false;
      locks
        .request(name, options, (lock) => {
          if (lock === null) return resolve(false);
          held = true;
          resolve(true);
          return new Promise<void>((done) => {
            release = done;
          });
        })
        .catch(() => {
          // Another tab has taken it.
          release = null;
          if (held) lost();
          else resolve(false);
        });
    });
  return {
    take: async (force) => {
      if (release !== null) return true;
      if (force) return request({ steal: true });
      for (let i = 0; i < RETRIES; i++) {
        if (await request({ ifAvailable: true })) return true;
        await wait(PAUSE);
      }
      return false;
    },
    release: () => {
      release?.();
      release = null;
    },
  };
};

type Word = { readonly say: 'mine?' | 'mine' | 'now mine' };

/** By asking the other tabs, where the browser has no locks for the site: nobody answers for a tab that is gone. */
const byAsking = (name: string, lost: () => void): Lease => {
  const channel = new BroadcastChannel(name);
  const say = (word: Word): void => channel.postMessage(word);
  let held = false;
  let denied = false;
  channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if (data.say === 'mine?' && held) say({ say: 'mine' });
    if (data.say === 'mine') denied = true;
    if (data.say === 'now mine' && held) {
      held = false;
      lost();
    }
  });
  return {
    take: async (force) => {
      denied = false;
      say({ say: force ? 'now mine' : 'mine?' });
      if (!force) await wait(2 * PAUSE);
      held = force || !denied;
      return held;
    },
    release: () => {
      held = false;
    },
  };
};

/** @param lost told when another tab has taken over */
export const openLease = (name: string, lost: () => void): Lease => {
  if (navigator.locks !== undefined) return byLocks(navigator.locks, name, lost);
  if (typeof BroadcastChannel !== 'undefined') return byAsking(name, lost);
  return { take: async () => true, release: () => undefined };
};
