import { expect, type Page, test } from '@playwright/test';

const monaco = (page: Page) => page.locator('.wb-monaco[data-ready]');

/** Puts the cursor behind the first place of a text in the open file. */
const goBehind = async (page: Page, text: string): Promise<void> => {
  await monaco(page).locator('.view-lines').click();
  await page.keyboard.press('Control+F');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
};

test('the editor completes an annotation, offers its words, and explains it', async ({ page }) => {
  await page.goto('workbench/');
  await expect(monaco(page)).toBeVisible();
  await goBehind(page, 'annotations:');
  await page.keyboard.press('Enter');
  await page.keyboard.type('vault.hashicorp.com/agent-init-f');
  const offered = page.locator('.suggest-widget .monaco-list-row');
  await expect(offered.first()).toContainText('vault.hashicorp.com/agent-init-first');
  await page.keyboard.press('Enter');
  await page.keyboard.type('true');
  await expect(monaco(page)).toContainText('vault.hashicorp.com/agent-init-first: "true"');
  await page.keyboard.press('Escape');
  await page.locator('.view-line', { hasText: 'agent-init-first' }).getByText('agent-init-first').first().hover();
  await expect(page.locator('.monaco-hover:not(.hidden)').first()).toContainText('boolean in quotes');
});

test('a misspelled parameter is marked, explained, and corrected by its quick fix', async ({ page }) => {
  await page.goto('workbench/');
  await expect(monaco(page)).toBeVisible();
  await page
    .locator('.wb-files .wb-names')
    .getByRole('button', { name: /^vault.yaml/ })
    .click();
  await goBehind(page, 'token_ttl: 1h');
  await page.keyboard.press('Enter');
  await page.keyboard.type('bound_audiences: vault');
  await page.keyboard.press('Escape');
  const finding = page.locator('.wb-findings, .wb-work').getByText('bound_audiences', { exact: false }).first();
  await expect(finding).toBeVisible();
  await page
    .getByRole('button', { name: /audience/ })
    .filter({ hasText: /[Cc]hange|[Rr]ename|Write/ })
    .first()
    .click();
  await expect(monaco(page)).toContainText('audience: vault');
  await expect(monaco(page)).not.toContainText('bound_audiences');
});
