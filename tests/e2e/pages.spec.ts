import { expect, test } from '@playwright/test';
import { expectAccessible, watch } from './watch.ts';

const PAGES = [
  '',
  'lessons/',
  'lessons/big-picture/',
  'lessons/token-review/',
  'lessons/failure-modes/',
  'workbench/',
  'labs/',
  'quiz/',
  'exam/',
  'print/',
  'print/l04/key/',
  'print/exam/',
  'progress/',
  'review/',
  'deliver/',
  'glossary/',
  'reference/',
  'reference/annotations/',
  'reference/vault-fields/',
  'reference/capabilities/',
  'reference/template-functions/',
  'rules/',
  'references/',
  'objectives/',
  'errata/',
  'about/',
];

for (const path of PAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`/${path} is accessible and keeps to itself, ${colorScheme}`, async ({ page }) => {
      const { trouble } = watch(page);
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await expect(page.locator('h1')).toHaveCount(1);
      await expectAccessible(page);
      const { scrollWidth, innerWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        innerWidth: window.innerWidth,
      }));
      expect(scrollWidth, 'nothing is wider than the screen').toBeLessThanOrEqual(innerWidth);
      expect(trouble).toEqual([]);
    });
  }
}

test('every link within the site leads somewhere', async ({ page, request, baseURL }) => {
  const found = new Map<string, string>();
  for (const path of PAGES) {
    await page.goto(path);
    for (const link of await page
      .locator('a[href]')
      .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href))) {
      if (link.startsWith(baseURL!)) found.set(link, path);
    }
  }
  const broken: string[] = [];
  const targets = new Map<string, Set<string>>();
  for (const [link, from] of found) {
    const [address = '', fragment = ''] = link.split('#');
    const bare = address.replace(/\?.*$/, '');
    if (!targets.has(bare)) {
      const response = await request.get(bare, { maxRedirects: 0 });
      const html = response.ok() ? await response.text() : '';
      targets.set(bare, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!)));
      if (!response.ok()) broken.push(`${link} (${response.status()}) from /${from}`);
    }
    if (fragment !== '' && !targets.get(bare)!.has(fragment)) broken.push(`${link} (no such place) from /${from}`);
  }
  expect(broken).toEqual([]);
});

test('an unknown address gets a page that leads back', async ({ page }) => {
  const response = await page.goto('no/such/page/');
  expect(response?.status()).toBe(404);
  await page.getByRole('main').getByRole('link', { name: 'Lessons' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lessons');
});
