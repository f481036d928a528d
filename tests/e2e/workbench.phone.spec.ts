import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, watch } from './watch.ts';

const tab = (page: Page, name: string) => page.locator('.wb-tabs').getByRole('button', { name, exact: true }).click();
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Names of what can be pressed and is smaller than a fingertip needs at least. */
const small = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.wb button, .wb summary, .wb select, .wb input:not([hidden])')]
      .filter((e) => e.checkVisibility() && !e.closest('.monaco-editor'))
      .filter((e) => {
        const { width, height } = e.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24);
      })
      .map((e) => (e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 40)),
  );

test('on a phone the story is told tab by tab, and nothing hangs over the edge', async ({ page }) => {
  const { trouble } = watch(page);
  await page.goto('workbench/?scenario=audience-mismatch');
  await expect(page.locator('.wb-monaco[data-ready]')).toBeAttached();
  expect(await fits(page)).toBe(true);
  await page.getByRole('button', { name: 'Run', exact: true }).first().click();
  const denied = page.getByRole('list', { name: 'Exchanges, oldest first' }).locator('.denied').first();
  await expect(denied).toContainText('checkingAudience');
  expect(await fits(page)).toBe(true);
  await denied.getByRole('button').click();
  await expect(page.locator('.wb-views')).toContainText('invalid audience (aud) claim');
  for (const part of ['Logs', 'State', 'Objects', 'Follow', 'Compare']) {
    await page.locator('.wb-lower .wb-names').getByRole('button', { name: part }).click();
    await expect(page.locator('.wb-lower')).not.toContainText('Loading…');
    expect(await fits(page), part).toBe(true);
  }
  await tab(page, 'Console');
  await page.getByRole('textbox', { name: 'Command' }).fill('kubectl get pods -A');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Output of commands')).toContainText('Init:0/1');
  expect(await fits(page)).toBe(true);
  for (const menu of ['Faults', 'File', 'Share']) {
    await page.locator('.wb-menu > summary', { hasText: menu }).click();
    expect(await fits(page), menu).toBe(true);
    expect(await small(page), menu).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await expectAccessible(page);
  expect(trouble).toEqual([]);
});

test('at 200 % of a small laptop everything is there and nothing hangs over the edge', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await page.goto('workbench/');
  await expect(page.locator('.wb-monaco[data-ready]')).toBeAttached();
  await page.getByRole('button', { name: 'Run', exact: true }).first().click();
  await expect(page.getByRole('list', { name: 'Exchanges, oldest first' })).toContainText('issues a token');
  expect(await fits(page)).toBe(true);
  // The rows can be read beside what stays in place.
  const free = await page.evaluate(() => {
    const bar = document.querySelector('.wb-timeline')?.getBoundingClientRect();
    return bar ? bar.top / innerHeight : 0;
  });
  expect(free).toBeGreaterThan(0.5);
});
