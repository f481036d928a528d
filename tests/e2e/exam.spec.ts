import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, watch } from './watch.ts';

const MINUTE = 60_000;

/** Opens the start with a seed, so that every run asks the same items. */
const open = async (page: Page, path = 'exam/#b=kubernetes-auth-short&seed=red'): Promise<void> => {
  await page.goto(path);
  await expect(page.locator('[data-phase="none"]')).toBeVisible();
};

const begin = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.locator('.exam-item .asked')).toBeVisible();
};

const next = (page: Page): Promise<void> => page.locator('.exam-steps [type=submit]').click();
const where = (page: Page) => page.locator('.exam-bar .where');

/** Puts something in, whatever the kind of the item. */
const answer = async (page: Page): Promise<void> => {
  const item = page.locator('.exam-item .asked');
  const choices = item.locator('input[type=radio], input[type=checkbox]');
  if ((await choices.count()) > 0) await choices.first().check();
  else if ((await item.locator('select').count()) > 0) await item.locator('select').first().selectOption({ index: 1 });
  else if ((await item.locator('input, textarea').count()) > 0)
    await item.locator('input, textarea').first().fill('something');
  else await item.locator('button:not(:disabled)').first().click();
};

const toReview = async (page: Page): Promise<void> => {
  if (await page.getByRole('heading', { name: 'Review' }).isVisible()) return;
  const side = page.getByRole('button', { name: 'Review and end' });
  if (!(await side.isVisible())) await page.getByRole('button', { name: 'Map' }).click();
  await side.click();
  await expect(page.getByRole('heading', { name: 'Review' })).toBeFocused();
};

const finish = async (page: Page): Promise<void> => {
  await toReview(page);
  await page.getByRole('button', { name: 'End the exam' }).click();
  await page.getByRole('button', { name: 'End now' }).click();
  await expect(page.locator('.exam-result')).toBeVisible();
};

const timeLeft = async (page: Page): Promise<number> => {
  const text = (await page.getByRole('timer').innerText()).replace(/[^\d:]/g, '');
  return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;
};

for (const width of [390, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`start, item, map, review, pause and result are accessible at ${width} px, ${colorScheme}`, async ({
      page,
    }) => {
      test.setTimeout(120_000);
      const { trouble } = watch(page);
      await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
      await page.emulateMedia({ colorScheme });
      const look = async (name: string, fullPage = false): Promise<void> => {
        await expectAccessible(page);
        await page.screenshot({ path: `test-results/look/exam-${name}-${width}-${colorScheme}.png`, fullPage });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `${name} is not wider than the screen`).toBeLessThanOrEqual(0);
      };
      await open(page);
      await page.getByText('More settings').click();
      await look('start', true);
      await begin(page);
      await answer(page);
      await page.getByRole('radio', { name: 'Sure', exact: true }).check();
      await page.locator('.flag').click();
      await look('item');
      if (width === 390) await page.getByRole('button', { name: 'Map' }).click();
      await look('map');
      await next(page);
      await answer(page);
      await toReview(page);
      await look('review');
      await page.getByRole('button', { name: 'Pause' }).click();
      await look('paused');
      await page.getByRole('button', { name: 'Go on' }).click();
      await finish(page);
      await page.getByText('As a table, with objectives').click();
      await page.locator('.graded summary').first().click();
      await look('result', true);
      expect(trouble).toEqual([]);
    });
  }
}

test('a reload in the middle changes nothing, and the time goes on', async ({ page }) => {
  await page.clock.install();
  await open(page);
  await begin(page);
  await answer(page);
  await page.getByRole('radio', { name: 'Unsure' }).check();
  await next(page);
  await page.locator('.flag').click();
  await page.clock.fastForward(5 * MINUTE);
  await page.reload();
  await expect(where(page)).toContainText('2 of 20');
  await expect(page.locator('.flag')).toHaveAttribute('aria-pressed', 'true');
  expect(await timeLeft(page)).toBeLessThanOrEqual(15 * MINUTE);
  expect(await timeLeft(page)).toBeGreaterThan(14 * MINUTE);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.locator('.exam-item .asked input:checked')).toHaveCount(1);
  await expect(page.getByRole('radio', { name: 'Unsure' })).toBeChecked();
});

test('a tab that is gone at the moment of an answer finds it again in another one', async ({ page, context }) => {
  await open(page);
  await begin(page);
  await next(page);
  await expect(where(page)).toContainText('2 of 20');
  await answer(page);
  await page.close();
  const later = await context.newPage();
  await later.goto('exam/');
  await expect(where(later)).toContainText('2 of 20');
  await expect(later.locator('.exam-map button[data-state="open"]')).toHaveCount(19);
});

test('when the time is up the exam ends at that moment, also behind a closed page', async ({ page }) => {
  await page.clock.install();
  await open(page);
  await begin(page);
  await answer(page);
  await page.goto('glossary/');
  await page.clock.fastForward(45 * MINUTE);
  await page.goto('exam/');
  await expect(page.locator('.exam-result')).toContainText('The time was up after 20 min of 20 min');
  await expect(page).toHaveURL(/#result=/);
  await page.reload();
  await expect(page.locator('.exam-result')).toContainText('The time was up after 20 min of 20 min');
  await page.getByRole('button', { name: 'All exams' }).click();
  await expect(page.locator('.past li')).toHaveCount(1);
});

test('the last minutes are said once each, not every second', async ({ page }) => {
  await page.clock.install();
  await open(page);
  await begin(page);
  await page.clock.fastForward(10 * MINUTE + 2000);
  await expect(page.getByText('Less than 10 minutes left.')).toBeAttached();
  await page.clock.fastForward(9 * MINUTE);
  await expect(page.getByText('Less than 1 minute left.')).toBeAttached();
  await page.clock.fastForward(MINUTE);
  await expect(page.locator('.exam-result')).toBeVisible();
});

test('a pause stops the clock and covers the item, also over a reload', async ({ page }) => {
  await page.clock.install();
  await open(page);
  await begin(page);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.locator('.exam-item')).toHaveCount(0);
  await page.clock.fastForward(60 * MINUTE);
  await page.reload();
  await page.clock.fastForward(60 * MINUTE);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(where(page)).toContainText('1 of 20');
  expect(await timeLeft(page)).toBeGreaterThan(19 * MINUTE);
});

test('of two tabs one takes the exam; the other looks on, and can take over', async ({ page, context }) => {
  await open(page);
  await begin(page);
  await answer(page);
  await next(page);
  const other = await context.newPage();
  await other.goto('exam/');
  await expect(other.getByText('You are taking an exam in another tab.')).toBeVisible();
  await expectAccessible(other);
  await next(page);
  await other.getByRole('button', { name: 'Go on here' }).click();
  await expect(where(other)).toContainText('3 of 20');
  await expect(page.getByText('You are taking an exam in another tab.')).toBeVisible();
  await finish(other);
  await expect(page.getByRole('button', { name: 'Begin' })).toBeEnabled();
  await expect(page.locator('.past li')).toHaveCount(1);
});

test('an exam is begun, answered, flagged, reviewed and ended by keyboard alone at 390 px', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  const tabTo = async (reached: () => Promise<boolean>): Promise<void> => {
    for (let i = 0; i < 60; i++) {
      if (await reached()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('the keyboard does not reach it');
  };
  const on = (selector: string) => (): Promise<boolean> =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
  await tabTo(on('.begin .primary'));
  await page.keyboard.press('Enter');
  await expect(page.locator('.exam-item .asked')).toBeVisible();
  await tabTo(on('.asked input, .asked button, .asked select'));
  await page.keyboard.press('Space');
  await tabTo(on('.flag'));
  await page.keyboard.press('Space');
  await tabTo(on('.exam-steps [type=submit]'));
  await page.keyboard.press('Enter');
  await expect(where(page)).toContainText('2 of 20');
  await expect(page.locator('.exam-item h2')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await tabTo(on('.map-toggle'));
  await page.keyboard.press('Enter');
  await tabTo(on('.to-review'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Review' })).toBeFocused();
  await tabTo(on('.exam-review .primary'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'End now' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#verdict')).toBeFocused();
});

test('the same link draws the same exam elsewhere, and says when the bank is another', async ({
  page,
  browser,
  baseURL,
}) => {
  const titles = async (where: Page): Promise<string[]> => {
    await begin(where);
    await toReview(where);
    return where.locator('.review-list .title').allInnerTexts();
  };
  await open(page);
  const address = await page.locator('.share-link input').inputValue();
  expect(address).toMatch(/#b=kubernetes-auth-short&seed=red&bank=[a-z0-9]{10}$/);
  const first = await titles(page);
  const elsewhere = await (await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) })).newPage();
  await open(elsewhere, address);
  await expect(elsewhere.getByText('another version of the question bank')).toHaveCount(0);
  expect(await titles(elsewhere)).toEqual(first);
  await elsewhere.context().close();
  const old = await (await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) })).newPage();
  await open(old, address.replace(/bank=.*/, 'bank=0123456789'));
  await expect(old.getByText('another version of the question bank')).toBeVisible();
  await old.context().close();
});

test('answers of an exam are known to progress and rest in the next exam', async ({ page }) => {
  await open(page);
  await begin(page);
  await answer(page);
  const title = (await page.locator('.exam-item h2').innerText()).replace(/^Item 1:\s*/, '');
  await finish(page);
  await page.goto('progress/');
  await expect(page.locator('main')).toContainText(title);
  await page.goto('exam/');
  await expect(page.locator('.past li')).toHaveCount(1);
  await page.getByRole('radio', { name: /short form/ }).check();
  await begin(page);
  await toReview(page);
  expect(await page.locator('.review-list .title').allInnerTexts()).not.toContain(title);
});

test('without storage an exam can still be taken', async ({ page }) => {
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
  await open(page);
  await begin(page);
  await answer(page);
  await finish(page);
  await expect(page.locator('#verdict')).toContainText('of 20 points');
});

test('an exam of a link is printed in the same order, with its key on request', async ({ page }) => {
  await open(page);
  await begin(page);
  const first = await page.locator('.exam-item .option .text').allInnerTexts();
  await page.goto('print/exam/#b=kubernetes-auth-short&seed=red');
  await expect(page.locator('.paper-question')).toHaveCount(20);
  const onPaper = await page.locator('.paper-question').first().locator('.parts li').allInnerTexts();
  expect(onPaper.map((text) => text.trim())).toEqual(first.map((text) => text.trim()));
  await expect(page.locator('.paper-key')).toHaveCount(0);
  await page.getByLabel('With key').check();
  await expect(page.locator('.paper-key dt')).toHaveCount(20);
  await expectAccessible(page);
});

test('every kind of question is answered in an exam of full length, and scored at its end', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 390, height: 844 });
  const { trouble } = watch(page);
  await open(page, 'exam/#b=kubernetes-auth&seed=kinds');
  await begin(page);
  const kinds = new Set<string>();
  for (let i = 0; i < 57; i++) {
    await expect(where(page)).toContainText(`${i + 1} of 57`);
    kinds.add((await page.locator('.exam-item .asked').getAttribute('data-kind')) ?? '');
    await answer(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `item ${i + 1} is not wider than the screen`).toBeLessThanOrEqual(0);
    await next(page);
  }
  expect(kinds.size, [...kinds].join(', ')).toBeGreaterThanOrEqual(5);
  await finish(page);
  await expect(page.locator('#verdict')).toContainText('of 57 points');
  await expect(page.locator('.graded > li')).toHaveCount(57);
  expect(trouble).toEqual([]);
});

test('a clock that is set back is noticed and gives no time', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-25T10:00:00Z') });
  await open(page);
  await begin(page);
  await page.clock.fastForward(5 * MINUTE);
  await page.clock.setSystemTime(new Date('2026-11-25T09:30:00Z'));
  await page.clock.runFor(2000);
  await expect(page.getByText(/clock of this device was set back by 3[45] min/)).toBeVisible();
  expect(await timeLeft(page)).toBeLessThanOrEqual(15 * MINUTE);
});

test('an exam that cannot be read is said, and put away on request', async ({ page }) => {
  await open(page);
  await begin(page);
  await page.goto('glossary/');
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('sidecar-lab');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const tx = opening.result.transaction('entries', 'readwrite');
          const broken = { id: 'x', at: Date.now() + 1000, kind: 'draft', place: 'exam', value: { version: 7 } };
          tx.objectStore('entries').put(broken, 'draft exam');
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await page.goto('exam/');
  await expect(page.getByText('cannot be read')).toBeVisible();
  await page.getByRole('button', { name: 'Put it away' }).click();
  await expect(page.getByRole('button', { name: 'Begin' })).toBeEnabled();
});

test('worksheets are read and printed without JavaScript, with key and without', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  await page.goto('print/');
  await page.getByRole('link', { name: /^L04 .*, worksheet$/ }).click();
  await expect(page.locator('.paper-question').first()).toBeVisible();
  await expect(page.locator('.paper-key')).toHaveCount(0);
  const asked = await page.locator('.paper-question').count();
  await page.getByRole('link', { name: 'With key' }).click();
  await expect(page.locator('.paper-key dt')).toHaveCount(asked);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.site-header')).toBeHidden();
  await context.close();
});
