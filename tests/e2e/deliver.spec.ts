import { expect, test } from '@playwright/test';
import { watch } from './watch.ts';

test('the five ways are compared, and each can be watched', async ({ page }) => {
  const { trouble } = watch(page);
  await page.goto('deliver/');
  const first = page.locator('.ways tbody tr').first();
  await expect(first.locator('td')).toHaveCount(5);
  await expect(first.locator('td').last()).toContainText('Secret app/web');
  // On a narrow screen the columns become lines that begin with the way's name.
  await expect(first.locator('td').first()).toHaveAttribute('data-way', 'The application itself');
  await expect(page.locator('section.way')).toHaveCount(5);
  const run = page.locator('#delivery-csi');
  await expect(run).toBeHidden();
  await page.locator('section.way', { has: run }).locator('summary').first().click();
  await expect(run.getByText('The CSI driver asks the Vault provider for the files').first()).toBeVisible();
  await expect(run.locator('.run-missed')).toHaveCount(0);
  expect(trouble).toEqual([]);
});
