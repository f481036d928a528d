import { expect, type Page, test } from '@playwright/test';
import { apply, check, item, monaco, openFile, openLab, replaceInEditor, type } from './labs.ts';
import { expectAccessible, watch } from './watch.ts';

const hint = (page: Page) => page.locator('.lab-hint');
const passed = (page: Page) => page.locator('.lab-passed');

test('L07-A in the editor: too narrow, too wide, right; the list and a reload know it', async ({ page }) => {
  const { trouble } = watch(page);
  await openLab(page, 'L07-A');
  await expect(monaco(page)).toBeVisible();
  await check(page);
  await expect(page.locator('.lab-failed')).toContainText('1 of 3 checks hold');
  await expect(item(page, 'can read')).toContainText('got 403 permission denied for GET /v1/kv/data/app/config');
  await expect(hint(page)).toContainText('as it is typed after');

  await replaceInEditor(page, 'kv/app/*', 'kv/*');
  await expect(page.locator('.lab-verdict')).toContainText('not applied');
  await apply(page);
  await check(page);
  await expect(hint(page)).toContainText('covers the whole mount');

  await replaceInEditor(page, 'kv/*', 'kv/data/app/*');
  await apply(page);
  await check(page);
  await expect(passed(page)).toContainText('all 3 checks hold');
  await page.locator('summary', { hasText: 'What I changed' }).click();
  await expect(page.locator('.lab-more .added')).toContainText('kv/data/app/*');

  await page.reload();
  await expect(monaco(page)).toContainText('kv/data/app/*');
  await check(page);
  await expect(passed(page)).toBeVisible();
  await page.goto('labs/');
  await expect(page.locator('[data-lab="L07-A"]')).toContainText('Passed');
  expect(trouble).toEqual([]);
});

test('L05-A in the console: the configuration is forgotten first', async ({ page }) => {
  await openLab(page, 'L05-A');
  await type(page, 'vault auth enable kubernetes');
  await type(page, 'vault write auth/kubernetes/role/app-web @role.json');
  await check(page);
  await expect(item(page, 'mounted at')).toHaveClass('passed');
  await expect(item(page, 'login of app/web with role app-web succeeds')).toContainText(
    'could not load backend configuration',
  );
  await expect(hint(page)).toContainText('does not know where the API server is');
  await type(page, 'vault write auth/kubernetes/config kubernetes_host=https://kubernetes.default.svc:443');
  await check(page);
  await expect(passed(page)).toBeVisible();
});

test('L06-A in both: default is let in, then the Pod gets its account', async ({ page }) => {
  await openLab(page, 'L06-A');
  const role = (names: string) =>
    `vault write auth/kubernetes/role/app-web bound_service_account_names=${names} bound_service_account_namespaces=app token_policies=kv-app token_ttl=1h`;
  await type(page, role('web,default'));
  await check(page);
  await expect(hint(page)).toContainText('You let the account default in');
  await type(page, role('web'));
  await check(page);
  await expect(hint(page)).toContainText('runs as default');
  await expect(monaco(page)).toBeVisible();
  await openFile(page, 'app.yaml');
  await replaceInEditor(page, 'containers:', 'serviceAccountName: web');
  await page.keyboard.press('Enter');
  await page.keyboard.type('containers:');
  await apply(page);
  await check(page);
  await expect(passed(page)).toBeVisible();
});

test('L11-B: changing the role works and is not the task; the Pod is', async ({ page }) => {
  await openLab(page, 'L11-B');
  await type(
    page,
    'vault write auth/kubernetes/role/app-web audience=vault.example.com bound_service_account_names=web bound_service_account_namespaces=app token_policies=kv-app token_ttl=1h',
  );
  await check(page);
  await expect(item(page, 'The Pod starts')).toHaveClass('passed');
  await expect(hint(page)).toContainText('The audience of the role was a decision');
  // Undo takes the command back.
  await page.getByRole('button', { name: /^Undo: vault write/ }).click();
  await expect(monaco(page)).toBeVisible();
  await replaceInEditor(page, 'audience: vault.example.com', 'audience: vault');
  await apply(page);
  await check(page);
  await expect(passed(page)).toBeVisible();
});

test('L01-A: answers are written into a file; start again forgets, and can be undone', async ({ page }) => {
  await openLab(page, 'L01-A');
  await expect(monaco(page)).toBeVisible();
  for (const [key, value] of [
    ['subject:', 'subject: system:serviceaccount:vault:vault'],
    ['role:', 'role: app-web'],
    ['policy:', 'policy: kv-app'],
    ['path:', 'path: kv/data/app/config'],
  ] as const) {
    await monaco(page)
      .locator('.view-line', { hasText: new RegExp(`^${key}`) })
      .click();
    await page.keyboard.press('End');
    await page.keyboard.insertText(value.slice(key.length));
  }
  await type(page, 'kubectl delete pods --all -n app');
  await check(page);
  await expect(item(page, 'The subject is named')).toContainText('is empty or not right');
  await expect(hint(page)).toContainText('the account with which Vault itself asks Kubernetes');
  await expect(hint(page)).toContainText('Often believed');
  await replaceInEditor(page, 'system:serviceaccount:vault:vault', 'system:serviceaccount:app:web');
  await check(page);
  await expect(passed(page)).toBeVisible();
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(monaco(page)).not.toContainText('kv/data/app/config');
  await page.getByRole('button', { name: /^Undo: run/ }).click();
  await page.getByRole('button', { name: /^Undo: reset/ }).click();
  await expect(monaco(page)).toContainText('kv/data/app/config');
});

test('L04-B by keyboard alone, with hints and a look at the solution', async ({ page }) => {
  await openLab(page, 'L04-B');
  const reach = async (name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
    for (let i = 0; i < 120; i++) {
      await page.keyboard.press(key);
      const at = await page.evaluate(() => {
        const e = document.activeElement;
        return (e?.getAttribute('aria-label') ?? e?.textContent ?? '').trim();
      });
      if (name.test(at)) return;
      // Ctrl+M lets Tab leave the editor.
      if (await page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null)) {
        await page.keyboard.press('Control+M');
      }
    }
    throw new Error(`${key} does not reach ${name}`);
  };
  await reach(/^Check my work$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('.lab-failed')).toBeVisible({ timeout: 30_000 });
  await reach(/^Give me a hint$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('.lab-hints li')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Show a solution' })).toBeDisabled();
  await reach(/^Command$/);
  await page.keyboard.type(
    'vault write auth/kubernetes/config kubernetes_host=https://kubernetes.default.svc:443 token_reviewer_jwt=$(kubectl create token vault -n vault --bound-object-kind=Pod --bound-object-name=vault-0)',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Output of commands')).toContainText('Success!');
  await reach(/^Check my work$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(item(page, 'Logins go on to work')).toContainText('expected 200');
  await expect(hint(page)).toContainText('for now');
  await reach(/^Show a solution$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Solution' })).toContainText('kubernetes_host=');
  await reach(/^Command$/);
  await page.keyboard.type('vault write auth/kubernetes/config kubernetes_host=https://kubernetes.default.svc:443');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Output of commands')).toContainText(/Success![\s\S]*Success!/);
  await reach(/^Check my work$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(passed(page)).toBeVisible({ timeout: 30_000 });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a lab not begun, failed and passed is accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openLab(page, 'L11-C');
    await expect(monaco(page)).toBeVisible();
    await expectAccessible(page);
    await check(page);
    await page.locator('summary', { hasText: 'What I changed' }).click();
    await expectAccessible(page);
    await replaceInEditor(page, 'kv/shared/db', 'kv/data/shared/db');
    await apply(page);
    await check(page);
    await expect(passed(page)).toBeVisible();
    await expectAccessible(page);
  });
}
