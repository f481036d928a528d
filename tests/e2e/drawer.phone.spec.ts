import { expect, test } from '@playwright/test';
import { expectAccessible } from './watch.ts';

test('course contents open as a drawer, close with Escape and give focus back', async ({ page }) => {
  await page.goto('lessons/token-review/');
  const button = page.getByRole('button', { name: 'Course contents' });
  await button.click();
  const drawer = page.getByRole('navigation', { name: 'Course contents' });
  await expect(drawer.getByRole('link', { name: /TokenReview/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(button).toBeFocused();
});
