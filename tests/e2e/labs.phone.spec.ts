import { expect, test } from '@playwright/test';
import { apply, check, item, monaco, openFile, openLab, replaceInEditor } from './labs.ts';
import { expectAccessible } from './watch.ts';

test('a lab on a phone: read, fail, mend the policy, pass', async ({ page }) => {
  await openLab(page, 'L11-C');
  const tab = (name: string) => page.locator('.wb-tabs').getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('region', { name: 'Task' })).toContainText('The template of app/web reads two secrets');
  await check(page);
  await expect(item(page, 'The file has a line from each secret')).toContainText('permission denied');
  await expectAccessible(page);
  await tab('Files');
  await expect(monaco(page)).toBeVisible();
  await openFile(page, 'kv-app.hcl');
  await replaceInEditor(page, 'kv/shared/db', 'kv/data/shared/db');
  await apply(page);
  await tab('Task');
  await check(page);
  await expect(page.locator('.lab-passed')).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});
