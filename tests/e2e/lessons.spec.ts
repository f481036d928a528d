import { expect, test } from '@playwright/test';
import { expectAccessible } from './watch.ts';

const LESSONS = ['big-picture', 'token-review', 'roles', 'failure-modes'];
const MOST_BYTES = 60_000;

for (const slug of LESSONS) {
  test(`lesson ${slug} weighs at most 60 KB and loads no framework`, async ({ page }) => {
    const client = await page.context().newCDPSession(page);
    await client.send('Network.enable');
    let bytes = 0;
    const scripts: string[] = [];
    client.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    await page.goto(`lessons/${slug}/`, { waitUntil: 'networkidle' });
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(scripts.filter((url) => /react|client|jsx/.test(url))).toEqual([]);
    expect(await page.locator('astro-island').count()).toBe(0);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a lesson is whole: runs with their sentences, questions with their answers', async ({ page }) => {
    await page.goto('lessons/big-picture/');
    const run = page.locator('#working-flow');
    await expect(run).toContainText('What each observer sees');
    await expect(run.locator('.run-controls')).toBeHidden();
    const question = page.locator('#q-who-writes');
    await question.getByRole('radio', { name: /The Injector/ }).check();
    await expect(question.getByText('It never reads a secret')).toBeHidden();
    await question.getByText('Check', { exact: true }).click();
    await expect(question.getByText('It never reads a secret')).toBeVisible();
    await expect(question.getByText('renders the template into the shared volume')).toBeVisible();
  });
});

test('a run is played and stepped through by keyboard, and moves nothing', async ({ page }) => {
  await page.goto('lessons/big-picture/');
  const run = page.locator('#working-flow');
  await expect(run.locator('.run-unplayed')).toHaveCount(0);
  const height = (await run.boundingBox())!.height;
  const rows = await run.locator('.row').count();
  await run.getByRole('button', { name: 'Step' }).focus();
  await page.keyboard.press('Enter');
  await expect(run.locator('.row.future')).toHaveCount(rows - 1);
  await page.keyboard.press('Enter');
  await expect(run.locator('.row.future')).toHaveCount(rows - 2);
  await expect(run.locator('[data-say]')).not.toBeEmpty();
  expect((await run.boundingBox())!.height).toBe(height);
  await expectAccessible(page);
  await run.getByRole('button', { name: 'Show all' }).click();
  await expect(run.locator('.row.future')).toHaveCount(0);
});

test('an answered question says what was right and why, and stays accessible', async ({ page }) => {
  await page.goto('lessons/failure-modes/');
  const question = page.locator('#q-which-403');
  await question.getByRole('radio', { name: /reviewer/ }).check();
  await question.getByText('Check', { exact: true }).click();
  await expect(question.getByText('Not this.').filter({ visible: true })).toHaveCount(1);
  await expect(question.getByText('A read comes after a login that worked.')).toBeVisible();
  await expectAccessible(page);
});

test('a chosen theme is there before anything is painted, and survives a reload', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('lessons/');
  expect(await page.evaluate(() => localStorage.length), 'nothing is stored before a choice').toBe(0);
  const button = page.getByRole('button', { name: /Theme/ });
  await button.click();
  await button.click();
  await expect(button).toHaveText('Theme: dark');
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.body === null) return;
      (window as unknown as { early: string }).early = document.documentElement.dataset.theme ?? 'none';
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  expect(await page.evaluate(() => (window as unknown as { early: string }).early)).toBe('dark');
});

test('the content can be reached with the first key', async ({ page }) => {
  await page.goto('lessons/token-review/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
});

test('what is answered in a lesson, and a lesson marked as done, is in the progress after a reload', async ({
  page,
}) => {
  await page.goto('lessons/failure-modes/');
  const question = page.locator('.after .question').first();
  await question.getByRole('radio').first().check();
  await question.getByText('Check', { exact: true }).click();
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await expect(page.getByText('Kept in this browser.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Done' })).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);

  await page.goto('lessons/');
  await expect(page.locator('[data-lesson=L11]')).toContainText('done');
  await expect(page.locator('[data-lesson=L01]')).not.toContainText('done');

  await page.goto('progress/');
  const row = page.getByRole('row', { name: /Failure modes/ });
  await expect(row).toContainText('done');
  await expect(row).toContainText(/1 of \d+/);
});

test('an answer uncovered without a choice, and the questions before reading, leave no trace', async ({ page }) => {
  await page.goto('lessons/failure-modes/');
  await page.locator('#q-which-403').getByText('Check', { exact: true }).click();
  const first = page.locator('.before .question').first();
  await first.getByRole('radio').first().check();
  await first.getByText('Check', { exact: true }).click();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});
