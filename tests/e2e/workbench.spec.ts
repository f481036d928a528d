import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, watch } from './watch.ts';

const exchanges = (page: Page) => page.getByRole('list', { name: 'Exchanges, oldest first' });
const monaco = (page: Page) => page.locator('.wb-monaco[data-ready]');

/** Replace a piece of the open file by another, as a learner would by find and type. */
const replaceInEditor = async (page: Page, from: string, to: string): Promise<void> => {
  await monaco(page).locator('.view-lines').click();
  await page.keyboard.press('Control+F');
  await page.keyboard.insertText(from);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.insertText(to);
};

const openFile = (page: Page, name: string) =>
  page
    .locator('.wb-files .wb-names')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
const run = (page: Page) => page.getByRole('button', { name: 'Run', exact: true }).click();

test('the working flow: every exchange from ServiceAccount token to rendered secret', async ({ page }) => {
  const { trouble } = watch(page);
  await page.goto('workbench/');
  await expect(monaco(page)).toBeVisible();
  await run(page);
  await expect(exchanges(page)).toContainText('The Agent logs in to Vault');
  await expect(exchanges(page)).toContainText('Vault asks Kubernetes to review the JWT');
  await expect(exchanges(page)).toContainText('The Agent reads kv/data/app/config from Vault');
  await page
    .getByRole('button', { name: /The Agent logs in to Vault.*issues a token/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'What was checked' })).toBeVisible();
  await expect(page.locator('.wb-message')).toContainText('PUT /v1/auth/kubernetes/login');
  await page.getByRole('button', { name: 'Console', exact: true }).last().click();
  await page.getByRole('textbox', { name: 'Command' }).fill('kubectl get pods -n app');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Output of commands')).toContainText('Running');
  expect(trouble).toEqual([]);
});

test('an audience mismatch is denied, explained, and repaired', async ({ page }) => {
  await page.goto('workbench/');
  await expect(monaco(page)).toBeVisible();
  await openFile(page, 'vault.yaml');
  await replaceInEditor(page, 'token_ttl: 1h', 'audience: vault');
  await run(page);
  const denied = exchanges(page).locator('.denied').first();
  await expect(denied).toContainText('refuses with 403');
  await expect(denied).toContainText('checkingAudience');
  await denied.getByRole('button').click();
  await expect(page.locator('.wb-views')).toContainText('invalid audience (aud) claim');
  await replaceInEditor(page, 'audience: vault', 'audience: https://kubernetes.default.svc.cluster.local');
  await run(page);
  await expect(exchanges(page)).toContainText('issues a token');
});

test('a policy without data/ is found while typing, and the quick fix repairs it', async ({ page }) => {
  await page.goto('workbench/');
  await expect(monaco(page)).toBeVisible();
  await openFile(page, 'kv-app.hcl');
  await replaceInEditor(page, 'kv/data/app/*', 'kv/app/*');
  const findings = page.locator('.wb-findings');
  await expect(findings).toContainText('is no path of the KV version 2 engine');
  await run(page);
  await expect(exchanges(page)).toContainText(/reads kv\/data\/app\/config.*refuses with 403/);
  await findings.getByRole('button', { name: 'Change to "kv/data/app/*"' }).click();
  await expect(findings).not.toContainText('is no path of the KV version 2 engine');
  await run(page);
  await expect(exchanges(page)).toContainText('returns version 1');
});

test('an API server that is down stops logins, not what is already rendered', async ({ page }) => {
  await page.goto('workbench/');
  await expect(monaco(page)).toBeVisible();
  await run(page);
  await expect(exchanges(page)).toContainText('returns version 1');
  await page.locator('.wb-menu > summary', { hasText: 'Faults' }).click();
  await page.getByRole('button', { name: 'Inject: The API server is down' }).click();
  await expect(page.locator('.wb-active')).toContainText('API server');
  await page.getByRole('button', { name: '+1 min' }).click();
  await page.locator('.wb-active').getByRole('button', { name: 'Heal' }).click();
  await expect(page.locator('.wb-active')).toHaveCount(0);
  // In the past it is still in effect, and the timeline knows from when to when.
  await page.getByRole('button', { name: 'Back to the exchange before' }).click();
  await expect(page.locator('.wb-marks .fault')).toHaveCount(1);
});

test('the plain editor works before the rich one, which keeps text and undo', async ({ page }) => {
  let release = (): void => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route(/_astro\/monaco\..*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('workbench/');
  const plain = page.getByRole('textbox', { name: 'Text of app.yaml' });
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  await plain.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('x: [');
  await expect(page.locator('.wb-findings')).toContainText('app.yaml');
  release();
  await expect(monaco(page)).toBeVisible();
  await expect(monaco(page)).toContainText('x: [');
  for (let i = 0; i < 6; i++) await page.keyboard.press('Control+Z');
  await expect(page.locator('.wb-findings')).not.toContainText('app.yaml');
});

test('what was typed is there after a reload, and Reset gives the files back', async ({ page }) => {
  await page.goto('workbench/');
  await expect(monaco(page)).toBeVisible();
  await replaceInEditor(page, 'replicas: 1', 'replicas: 2');
  // At once: not even a crash loses it.
  await page.reload();
  await expect(monaco(page)).toContainText('replicas: 2');
  await page.locator('.wb-menu > summary', { hasText: 'File' }).click();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(monaco(page)).toContainText('replicas: 1');
  await page.getByRole('button', { name: 'Undo: reset' }).click();
  await expect(monaco(page)).toContainText('replicas: 2');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`idle, running and denied are accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('workbench/?scenario=audience-mismatch');
    await expect(monaco(page)).toBeVisible();
    await run(page);
    await exchanges(page).locator('.denied').first().getByRole('button').click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Logs', exact: true }).click();
    await expectAccessible(page);
  });
}

test('the whole story by keyboard alone', async ({ page }) => {
  await page.goto('workbench/');
  await expect(monaco(page)).toBeVisible();
  const reach = async (name: RegExp): Promise<void> => {
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const e = document.activeElement;
        return `${e?.tagName} ${(e?.getAttribute('aria-label') ?? e?.textContent ?? '').trim()}`;
      });
      if (name.test(at)) return;
      // Ctrl+M lets Tab leave the editor.
      if (await page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null)) {
        await page.keyboard.press('Control+M');
      }
    }
    throw new Error(`Tab never reaches ${name}`);
  };
  await reach(/^BUTTON Run$/);
  await page.keyboard.press('Enter');
  await expect(exchanges(page)).toContainText('issues a token');
  await reach(/^BUTTON The Agent logs in to Vault/);
  await page.keyboard.press('Enter');
  await expect(page.locator('.wb-message h2').first()).toBeVisible();
  await reach(/^BUTTON Back to the exchange before/);
  await page.keyboard.press('Enter');
});
