import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../src/tools/find-browser.ts';
import type { Bench } from './bench.ts';

const DIST = fileURLToPath(new URL('../../dist/index.html', import.meta.url));
const PORT = 4397;
const KEYS = 40;
const MOST = 100;

/** Serves the built site until the given work is done. */
const served = async <T>(work: (address: string) => Promise<T>): Promise<T> => {
  const server = spawn(process.execPath, [
    fileURLToPath(new URL('../../src/tools/serve.ts', import.meta.url)),
    String(PORT),
  ]);
  try {
    const address = await new Promise<string>((done, fail) => {
      server.stdout.on('data', (text) => {
        const found = /http:\/\/\S+/.exec(String(text))?.[0];
        if (found) done(found);
      });
      server.on('exit', () => fail(new Error(`nothing can be served at port ${PORT}`)));
    });
    return await work(address);
  } finally {
    server.kill();
  }
};

/** Milliseconds from a key to the moment at which the editor has drawn its marker, or taken it away. */
const fromKeyToMarker = async (page: Page, key: string): Promise<number> => {
  await page.evaluate(() => {
    const box = document.querySelector('.wb-monaco')!;
    const marks = () => box.querySelectorAll('[class*="squiggly-"]').length;
    const before = marks();
    (window as unknown as { took: Promise<number> }).took = new Promise((done) => {
      let from = 0;
      box.addEventListener('keydown', () => (from = performance.now()), { once: true, capture: true });
      new MutationObserver((_, watcher) => {
        if (marks() === before) return;
        watcher.disconnect();
        done(performance.now() - from);
      }).observe(box, { childList: true, subtree: true, attributes: true });
    });
  });
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as { took: Promise<number> }).took);
};

export const bench: Bench = {
  name: 'editor',
  run: async () => {
    if (!existsSync(DIST)) throw new Error('There is no built site. Run `npm run build` first.');
    const browser = await chromium.launch({ executablePath: (await findBrowser()).path, args: ['--no-sandbox'] });
    try {
      const times = await served(async (address) => {
        const page = await browser.newPage();
        await page.goto(`${address}workbench/`);
        await page.locator('.wb-monaco[data-ready] .view-lines').click();
        await page.keyboard.press('Control+Home');
        await page.keyboard.press('End');
        // A key that breaks the first line of the file, and the key that takes it back.
        const taken: number[] = [];
        for (let k = 0; k < KEYS; k++) {
          taken.push(await fromKeyToMarker(page, k % 2 === 0 ? 'x' : 'Backspace'));
          await page.waitForTimeout(30);
        }
        return taken.sort((a, b) => a - b);
      });
      const p95 = times[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
      return [
        {
          name: 'from a key to its marker in Chromium, p95',
          value: p95,
          unit: 'ms',
          aim: `at most ${MOST} ms`,
          reached: p95 <= MOST,
          detail: `median ${(times[Math.floor(times.length / 2)] ?? 0).toFixed(0)} ms`,
        },
      ];
    } finally {
      await browser.close();
    }
  },
};
