import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, watch } from './watch.ts';

interface Kind {
  readonly name: string;
  readonly id: string;
  /** Puts in the right answer with a pointer. */
  readonly answer: (page: Page) => Promise<void>;
  /** The same by keyboard alone, beginning with the focus before the answers. */
  readonly type: (page: Page) => Promise<void>;
}

const tab = async (page: Page, times = 1): Promise<void> => {
  for (let i = 0; i < times; i++) await page.keyboard.press('Tab');
};

/** Puts the focus on the first thing to answer with. */
const first = (page: Page) => page.locator('.asked').locator('input, select, textarea, .moves button:enabled').first();

const STEPS = ['The role exists', 'The audience', 'The name of', 'The namespace of', 'The API server'];
const PAIRS: Readonly<Record<string, string>> = {
  'app/web': 'a Vault token',
  'dev/web': 'namespace not authorized',
  'app/batch': 'service account name not authorized',
};

/** Moves steps up, one press at a time, until they stand in order. */
const sortSteps = async (page: Page, press: (step: string) => Promise<void>): Promise<void> => {
  for (const [place, words] of STEPS.entries()) {
    for (;;) {
      const texts = await page.locator('.step .text').allTextContents();
      const at = texts.findIndex((text) => text.startsWith(words));
      if (at <= place) break;
      await press(words);
    }
  }
};

const kinds: readonly Kind[] = [
  {
    name: 'single',
    id: 'star-star',
    answer: (page) => page.getByRole('radio', { name: /Each Pod of the cluster/ }).check(),
    type: async (page) => {
      const radios = page.locator('.asked input[type=radio]');
      const values = await radios.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
      await radios.first().focus();
      await page.keyboard.press(String(values.indexOf('everybody') + 1));
    },
  },
  {
    name: 'multiple',
    id: 'batch-lacks',
    answer: async (page) => {
      await page.getByRole('checkbox', { name: /An accessor/ }).check();
      await page.getByRole('checkbox', { name: /Renewal/ }).check();
    },
    type: async (page) => {
      const boxes = page.locator('.asked input[type=checkbox]');
      const values = await boxes.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
      await boxes.first().focus();
      for (const id of ['accessor', 'renewal']) await page.keyboard.press(String(values.indexOf(id) + 1));
    },
  },
  {
    name: 'truefalse',
    id: 'role-name',
    answer: (page) => page.getByRole('radio', { name: /True/ }).check(),
    type: async (page) => {
      await first(page).focus();
      await page.keyboard.press('1');
    },
  },
  {
    name: 'text',
    id: 'audience-field',
    answer: (page) => page.getByLabel('Your answer').fill('Audience'),
    type: async (page) => {
      await first(page).focus();
      await page.keyboard.type('audience');
    },
  },
  {
    name: 'number',
    id: 'ttl-end',
    answer: (page) => page.getByLabel(/Your number/).fill('240m'),
    type: async (page) => {
      await first(page).focus();
      await page.keyboard.type('4 hours');
    },
  },
  {
    name: 'order',
    id: 'check-order',
    answer: (page) => sortSteps(page, (step) => page.getByRole('button', { name: `Move up: ${step}` }).click()),
    type: (page) =>
      sortSteps(page, async (step) => {
        const button = page.getByRole('button', { name: `Move up: ${step}` });
        const again = await button.evaluate((element) => element === document.activeElement);
        if (!again) await button.focus();
        await page.keyboard.press('ArrowUp');
      }),
  },
  {
    name: 'match',
    id: 'truth-table',
    answer: async (page) => {
      for (const [left, right] of Object.entries(PAIRS)) await page.getByLabel(left).selectOption({ label: right });
    },
    type: async (page) => {
      const labels = await page.locator('.pair label').allTextContents();
      await first(page).focus();
      for (const label of labels) {
        await page.keyboard.type(PAIRS[label.trim()]!.slice(0, 6));
        await tab(page);
      }
    },
  },
  {
    name: 'cloze',
    id: 'plain-path-fix',
    answer: async (page) => {
      await page.getByLabel('Gap 1').fill('kv/data/app/*');
      await page.getByLabel('Gap 2').selectOption({ label: 'read' });
    },
    type: async (page) => {
      await page.getByLabel('Gap 1').focus();
      await page.keyboard.type('kv/data/app/config');
      await tab(page);
      await page.keyboard.type('read');
    },
  },
  {
    name: 'lines',
    id: 'plain-path-line',
    answer: (page) => page.getByRole('radio', { name: /Line 1:/ }).check(),
    type: async (page) => {
      await page.getByRole('radio', { name: /Line 1:/ }).focus();
      await page.keyboard.press('Space');
    },
  },
  {
    name: 'predict',
    id: 'rule-wins',
    answer: (page) => page.getByLabel('What is printed?').fill('list'),
    type: async (page) => {
      await first(page).focus();
      await page.keyboard.type('list');
    },
  },
];

const ready = (page: Page) => page.locator('fieldset.asked:not([disabled])').waitFor();

for (const { name, id, answer, type } of kinds) {
  test(`${name}: answered on a phone, readable and accessible before and after, in both themes`, async ({ page }) => {
    const { trouble } = watch(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`quiz/${id}/`);
    await ready(page);
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/look/kind-${name}-asked.png`, fullPage: true });
    await answer(page);
    await page.getByRole('button', { name: 'Check' }).click();
    await expect(page.locator('.result')).toContainText('Right.');
    await expect(page.getByRole('heading', { name: 'Why' })).toBeVisible();
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/look/kind-${name}-answered.png`, fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(trouble).toEqual([]);
  });

  test(`${name}: answered by keyboard alone`, async ({ page }) => {
    await page.goto(`quiz/${id}/`);
    await ready(page);
    await type(page);
    const check = page.getByRole('button', { name: 'Check' });
    for (let i = 0; i < 12; i++) {
      if (await check.evaluate((button) => button === document.activeElement)) break;
      await tab(page);
    }
    await page.keyboard.press('Enter');
    await expect(page.locator('.result')).toBeFocused();
    await expect(page.locator('.result')).toContainText('Right.');
  });
}

test('lab: says where the work is, and takes the result of its checks', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('quiz/plain-path-lab/');
  await ready(page);
  await expectAccessible(page);
  await expect(page.getByRole('link', { name: 'Open the lab' })).toHaveAttribute('href', /\/labs\/L07-A\/$/);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('.problem')).toContainText('let it check your work first');
  const entry = {
    kind: 'lab',
    id: 'lab-1',
    at: 1_700_000_000_000,
    lab: 'L07-A',
    passed: ['can-read'],
    failed: ['no-more'],
  };
  const document = { format: 'sidecar-lab progress', version: 2, exportedAt: '2026-11-25T12:00:00Z', entries: [entry] };
  const buffer = Buffer.from(JSON.stringify(document));
  await page.goto('progress/');
  await page.getByLabel('File to import').setInputFiles({ name: 'lab.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.goto('quiz/plain-path-lab/');
  await expect(page.getByText('Last result: 1 of 2 checks met.')).toBeVisible();
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('.result')).toContainText('1 of 2 checks of the lab are met: 50 % of the points.');
});

test('a situation shows its files as tabs and leads to its other questions', async ({ page }) => {
  await page.goto('quiz/plain-path-line/');
  await ready(page);
  const tabs = page.getByRole('tab');
  await expect(tabs).toHaveText(['kv-app.hcl', 'pod.yaml']);
  await expect(page.getByRole('tabpanel')).toContainText('capabilities');
  await tabs.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(tabs.nth(1)).toBeFocused();
  await expect(page.getByRole('tabpanel')).toContainText('serviceAccountName');
  await page.getByRole('link', { name: 'Complete the rule' }).click();
  await expect(page).toHaveURL(/quiz\/plain-path-fix\/$/);
});

test('hints come one by one, and feedback comes within 50 ms of the key', async ({ page }) => {
  await page.goto('quiz/star-place/');
  await ready(page);
  const taken: number[] = [];
  for (let i = 0; i < 3; i++) {
    await page.locator('.asked input[value="end"]').check();
    await expect(page.getByRole('button', { name: 'Check' })).toBeEnabled();
    taken.push(
      await page.evaluate(async () => {
        const form = document.querySelector<HTMLFormElement>('.frame-question');
        const from = performance.now();
        form?.requestSubmit();
        while (document.querySelector('.result') === null) await new Promise(requestAnimationFrame);
        return performance.now() - from;
      }),
    );
    await page.getByRole('button', { name: 'Answer again' }).click();
  }
  // One frame of the wait is the browser's own.
  expect(Math.min(...taken)).toBeLessThanOrEqual(50 + 17);
  await page.goto('quiz/check-order/');
  await ready(page);
  await page.getByRole('button', { name: 'Show a hint (1 of 1)' }).click();
  await expect(page.locator('.hint')).toContainText('What costs a request comes late.');
});

test('without JavaScript a question can be read, with its files and its answer one link away', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('quiz/plain-path-fix/');
  await expect(page.locator('.stem')).toContainText('Write the rule');
  await expect(page.getByText('serviceAccountName: web')).toBeVisible();
  await page.getByRole('link', { name: 'Answer and reasons' }).click();
  await expect(page.locator('.answer-page')).toContainText('kv/data/app/*');
  await context.close();
});

test('the sources of question pages tell nothing of their answers', async ({ request }) => {
  for (const [id, secret] of [
    ['audience-field', 'One string. A token'],
    ['rule-wins', 'Only the most specific'],
    ['wrong-level', 'must stand below'],
  ] as const) {
    const html = await (await request.get(`quiz/${id}/`)).text();
    expect(html).not.toContain(secret);
    expect(html).not.toMatch(/&quot;key&quot;:\[0,true\]/);
  }
});
