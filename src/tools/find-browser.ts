/** Which Chromium the browser tests use. `node src/tools/find-browser.ts` prints it. */
import { accessSync, constants } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export interface Browser {
  readonly path: string;
  readonly source: string;
}

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env['PROGRAMFILES(X86)']}\\Microsoft\\Edge\\Application\\msedge.exe`,
];

const runnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const playwrights = (): string | null => {
  try {
    return chromium.executablePath();
  } catch {
    return null; // Playwright has none for this platform
  }
};

const packaged = async (): Promise<string | null> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  // The package unpacks its own libnss3 only where it believes itself in Lambda; it must be set before the import.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  try {
    const { default: sparticuz } = await import('@sparticuz/chromium');
    return await sparticuz.executablePath();
  } catch {
    return null;
  }
};

/**
 * The first that can be run: BROWSER_PATH, Playwright's own download, the system's, the one in the development
 * dependencies (Linux on x64).
 * @throws with the remedies when there is none
 */
export const findBrowser = async (): Promise<Browser> => {
  const named = process.env.BROWSER_PATH;
  if (named) {
    if (!runnable(named)) throw new Error(`BROWSER_PATH=${named} cannot be run`);
    return { path: named, source: 'BROWSER_PATH' };
  }
  const own = playwrights();
  if (own && runnable(own)) return { path: own, source: 'playwright install' };
  const system = SYSTEM.find(runnable);
  if (system) return { path: system, source: 'system' };
  const path = await packaged();
  if (path) return { path, source: '@sparticuz/chromium' };
  throw new Error(
    'No Chromium found. Set BROWSER_PATH to one, install Chrome or Chromium, or run `npx playwright install chromium`.',
  );
};

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await findBrowser()).path);
