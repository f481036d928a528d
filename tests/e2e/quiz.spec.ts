import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectAccessible, watch } from './watch.ts';

const right = /Pod's own token; the role binds name and namespace and gives a policy on kv\/data/;

for (const width of [390, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`choosing, answering and progress are accessible at ${width} px, ${colorScheme}`, async ({ page }) => {
      const { trouble } = watch(page);
      await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto('quiz/');
      await page.screenshot({ path: `test-results/look/chooser-${width}-${colorScheme}.png`, fullPage: true });
      await page.goto('quiz/?lesson=L11&q=check-design');
      await page.getByRole('radio', { name: right }).waitFor();
      await expectAccessible(page);
      await page.screenshot({ path: `test-results/look/asked-${width}-${colorScheme}.png`, fullPage: true });
      await page.getByRole('radio', { name: /reviewer's identity/ }).check();
      await page.getByRole('radio', { name: 'Sure', exact: true }).check();
      await page.getByRole('button', { name: 'Check' }).click();
      await expect(page.getByText('Not right.')).toBeVisible();
      await expect(page.getByRole('heading', { name: 'A common belief behind this answer' })).toBeVisible();
      await expectAccessible(page);
      await page.screenshot({ path: `test-results/look/answered-${width}-${colorScheme}.png`, fullPage: true });
      await page.goto('progress/');
      await expect(page.getByText('Saved in this browser.')).toBeVisible();
      await expectAccessible(page);
      await page.screenshot({ path: `test-results/look/progress-${width}-${colorScheme}.png`, fullPage: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      expect(trouble).toEqual([]);
    });
  }
}

test('chosen by misconception and difficulty, a wrong answer is met again, and another quiz is one choice away', async ({
  page,
}) => {
  await page.goto('quiz/');
  const wish = page.getByRole('region', { name: 'By objective, misconception or difficulty' });
  await wish.getByLabel('Misconception').selectOption({ label: '* is not allowed, or may be mixed with names.' });
  await wish.getByLabel('Difficulty').selectOption('3');
  await expect(wish.getByRole('status')).toContainText('1 question.');
  await wish.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { name: 'Star and star' })).toBeVisible();
  await page.getByRole('radio', { name: /Vault refuses such a role/ }).check();
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('Not right.')).toBeVisible();
  await page.getByRole('button', { name: 'All quizzes' }).click();
  await page.getByRole('link', { name: 'Not right last time' }).click();
  await expect(page.getByRole('heading', { name: 'Star and star' })).toBeVisible();
  await expect(page).toHaveURL(/which=wrong/);
  await page.locator('summary', { hasText: 'not right last time' }).click();
  await page.getByLabel('Lesson').selectOption('L07');
  await expect(page.getByText('no answer of yours was wrong')).toBeVisible();
  await page.reload();
  await expect(page.getByText('no answer of yours was wrong')).toBeVisible();
});

test('a question is answered by keyboard alone, and nothing moves', async ({ page }) => {
  await page.goto('quiz/?lesson=L11&q=check-design');
  const first = page.getByRole('radio').first();
  await first.focus();
  await page.keyboard.press('2');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  const option = page.locator('.choice').last();
  const before = await option.boundingBox();
  await page.keyboard.press('Enter');
  await expect(page.locator('.result')).toBeFocused();
  // Half a pixel is how browsers round lines with an icon.
  expect(Math.abs((await option.boundingBox())!.y - before!.y)).toBeLessThanOrEqual(0.5);
});

test('on a phone, what was pressed stays where it was', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('quiz/?lesson=L11&q=check-design');
  await page.getByRole('radio').first().check();
  const check = page.getByRole('button', { name: 'Check' });
  await check.scrollIntoViewIfNeeded();
  const top = await page.locator('.actions').evaluate((e) => e.getBoundingClientRect().top);
  await check.click();
  await expect(page.locator('.result')).toBeVisible();
  const after = await page.locator('.actions').evaluate((e) => e.getBoundingClientRect().top);
  expect(Math.abs(after - top)).toBeLessThan(2);
});

test('an answer is there after a reload and in a second tab, and its run opens', async ({ page, context }) => {
  await page.goto('quiz/check-design/');
  await page.getByRole('radio', { name: right }).check();
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('.result')).toContainText('Right.');
  await expect(page.getByRole('link', { name: 'Run it' })).toHaveAttribute(
    'href',
    /\/workbench\/\?proof=check-design\/own-token$/,
  );
  await page.reload();
  await expect(page.locator('.result')).toContainText('Right.');
  const other = await context.newPage();
  await other.goto('progress/');
  await expect(other.locator('.recent')).toContainText('Which design delivers the secret?');
});

test('the source of a question tells nothing of its answer', async ({ request }) => {
  const html = await (await request.get('quiz/check-design/')).text();
  expect(html).toContain('reviewer');
  expect(html).not.toContain('Each Pod proves its own identity');
  expect(html).not.toMatch(/&quot;key&quot;:\[0,true\]/);
});

test('an answer is kept also when the page is left at the very moment', async ({ page }) => {
  await page.goto('quiz/check-design/');
  const input = page.getByRole('radio').first();
  await input.check();
  // Pressing the button and leaving are one task: nothing that takes time comes in between.
  await page.evaluate(() => {
    const button = [...document.querySelectorAll('button')].find((b) => b.textContent?.trim() === 'Check');
    button?.click();
    location.href = '../../progress/';
  });
  await page.waitForURL('**/progress/');
  await expect(page.locator('.recent')).toContainText('Which design delivers the secret?');
});

test('progress is exported, erased after a question, and imported with a preview', async ({ page }) => {
  await page.goto('quiz/check-design/');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('.result')).toBeVisible();
  await page.goto('progress/');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export to a file' }).click();
  const path = await (await downloading).path();
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(page.getByText('Nothing is answered yet.')).toBeVisible();
  const buffer = await readFile(path);
  await page.getByLabel('File to import').setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer });
  await expect(page.getByText('1 of them is new here.')).toBeVisible();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.locator('.recent')).toContainText('Which design delivers the secret?');
});

test('where storage is refused, answering goes on and progress says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open: () => {
          throw new DOMException('no', 'SecurityError');
        },
        databases: async () => [],
      },
    });
  });
  await page.goto('quiz/check-design/');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('.result')).toBeVisible();
  await expect(page.getByText('does not let the site store anything')).toBeVisible();
  await page.goto('progress/');
  await expect(page.getByText('Not saved.')).toBeVisible();
});

test('a corrupt record is set aside, shown, and the rest is kept', async ({ page }) => {
  await page.goto('quiz/check-design/');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('.result')).toBeVisible();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('sidecar-lab');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const tx = opening.result.transaction('entries', 'readwrite');
          tx.objectStore('entries').put({ kind: 'attempt', id: 'x', at: 'yesterday' }, 'x');
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await page.goto('progress/');
  await expect(page.getByText('1 record could not be read')).toBeVisible();
  await expect(page.locator('.recent li')).toHaveCount(1);
});
