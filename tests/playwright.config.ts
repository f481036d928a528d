import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { site } from '../src/site/config.ts';
import { findBrowser } from '../src/tools/find-browser.ts';

const browser = await findBrowser();
const port = Number(process.env.E2E_PORT ?? 4396);
const address = `http://127.0.0.1:${port}${site.base}`;
/** On the continuous integration server further browsers are named here: `firefox,webkit`. */
const further = (process.env.E2E_BROWSERS ?? '').split(',').filter((name) => name === 'firefox' || name === 'webkit');

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results/browser',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  // A machine that is busy with something else may miss a wait once; a fault of ours is missed each time.
  retries: process.env.CI ? 2 : 0,
  use: { baseURL: address, trace: 'retain-on-failure' },
  projects: [
    {
      name: 'wide',
      use: { viewport: { width: 1280, height: 800 }, launchOptions: { executablePath: browser.path, args: quiet } },
      testIgnore: /\.phone\.spec\.ts$/,
    },
    {
      name: 'phone',
      use: {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        launchOptions: { executablePath: browser.path, args: quiet },
      },
      testMatch: /(?:\.phone|pages)\.spec\.ts$/,
    },
    ...further.map((browserName) => ({ name: browserName, use: { browserName } as const })),
  ],
  webServer: {
    command: `node src/tools/serve.ts ${port}`,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    url: address,
    reuseExistingServer: !process.env.CI,
    timeout: 30_000,
  },
});
