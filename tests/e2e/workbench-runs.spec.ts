import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, watch } from './watch.ts';

const exchanges = (page: Page) => page.getByRole('list', { name: 'Exchanges, oldest first' });
const ready = (page: Page) => expect(page.locator('.wb-monaco[data-ready]')).toBeAttached();
const run = (page: Page) => page.getByRole('button', { name: 'Run', exact: true }).first().click();
const menu = (page: Page, name: string) => page.locator('.wb-menu > summary', { hasText: name }).click();
const pane = (page: Page, name: string) =>
  page.locator('.wb-lower .wb-names').getByRole('button', { name, exact: true }).click();
const clock = (page: Page) => page.getByLabel('Virtual time');
const type = async (page: Page, command: string): Promise<void> => {
  await page.locator('.wb-under .wb-names').getByRole('button', { name: 'Console' }).click();
  await page.getByRole('textbox', { name: 'Command' }).fill(command);
  await page.keyboard.press('Enter');
};

test('a run is there again after a reload: commands, faults, bookmarks and the moment shown', async ({ page }) => {
  await page.goto('workbench/');
  await ready(page);
  await run(page);
  await expect(exchanges(page)).toContainText('returns version 1');
  await type(page, 'kubectl get pods -n app');
  // Tab completes from the commands and from the world.
  await page.getByRole('textbox', { name: 'Command' }).fill('vault policy read kv-a');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Command' })).toHaveValue('vault policy read kv-app ');
  await menu(page, 'Faults');
  await page.getByRole('button', { name: 'Inject: The API server is down' }).click();
  await page.getByRole('button', { name: '+1 min' }).click();
  await page.getByRole('button', { name: 'Bookmark this moment' }).click();
  await page.getByRole('slider', { name: 'Moment shown' }).fill('60000');
  await expect(clock(page)).toHaveText('1:00.000');
  const shown = await clock(page).textContent();
  await page.reload();
  await expect(clock(page)).toHaveText(shown ?? '');
  await expect(page.locator('.wb-active')).toContainText('The API server is down');
  await expect(page.getByLabel('Go to a bookmark').locator('option')).toHaveCount(2);
  await page.locator('.wb-under .wb-names').getByRole('button', { name: 'Console' }).click();
  await expect(page.getByLabel('Output of commands')).toContainText('kubectl get pods -n app');
});

test('a damaged record is said, set aside, and keeps nobody from working', async ({ page }) => {
  await page.goto('workbench/');
  await ready(page);
  await page.evaluate(() =>
    localStorage.setItem(
      'sidecar-lab workbench default',
      JSON.stringify({ saved: 9e15, run: { version: 1, files: 7 } }),
    ),
  );
  await page.reload();
  await expect(page.locator('.wb-trouble')).toContainText('cannot be read');
  await run(page);
  await expect(exchanges(page)).toContainText('issues a token');
});

test('a link carries files, commands and time to another browser; a cut one is refused with words', async ({
  page,
  context,
  browser,
}) => {
  const { trouble } = watch(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('workbench/?scenario=audience-mismatch');
  await ready(page);
  await run(page);
  await expect(exchanges(page)).toContainText('checkingAudience');
  await type(page, 'vault read auth/kubernetes/role/app-web');
  await page.getByRole('button', { name: 'On to the next failure' }).focus();
  await page.getByRole('slider', { name: 'Moment shown' }).fill('1500');
  // Going there takes turns with the page: what is shown is waited for, before and after.
  await expect(exchanges(page)).not.toContainText('checkingAudience');
  await page.getByRole('button', { name: 'On to the next failure' }).click();
  await expect(exchanges(page)).toContainText('checkingAudience');
  const shown = await clock(page).textContent();
  await menu(page, 'Share');
  await page.getByRole('button', { name: /^Copy link/ }).click();
  await expect(page.locator('.wb-notice')).toContainText('The link is copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(link);
  await expect(elsewhere.locator('.wb-notice')).toContainText('Opened from a link');
  await expect(clock(elsewhere)).toHaveText(shown ?? '');
  await expect(exchanges(elsewhere)).toContainText('checkingAudience');
  // The future came along too.
  await elsewhere.getByRole('slider', { name: 'Moment shown' }).press('End');
  await elsewhere.locator('.wb-under .wb-names').getByRole('button', { name: 'Console' }).click();
  await expect(elsewhere.getByLabel('Output of commands')).toContainText('vault read auth/kubernetes/role/app-web');
  // What is changed there is kept there.
  await expect(elsewhere).toHaveURL(/\?run=/);

  await elsewhere.goto('about:blank');
  await elsewhere.goto(link.slice(0, -40));
  await expect(elsewhere.locator('.wb-trouble')).toContainText('cannot be opened');
  await expect(elsewhere.getByRole('button', { name: 'Run', exact: true }).first()).toBeEnabled();
  await elsewhere.context().close();
  expect(trouble).toEqual([]);
});

test('a run goes out as a scenario, a report and a picture; a transcript and files come in', async ({ page }) => {
  await page.goto('workbench/?scenario=audience-mismatch');
  await ready(page);
  await run(page);
  await expect(exchanges(page)).toContainText('checkingAudience');
  const saved = async (name: RegExp): Promise<string> => {
    await menu(page, 'Share');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return readFileSync(await download.path(), 'latin1');
  };
  const scenario = await saved(/^Save as scenario/);
  expect(scenario).toContain('timeline:\n  - at: 0s\n    run: kubectl apply -f app.yaml');
  expect(await saved(/^Report/)).toContain('```mermaid\nsequenceDiagram');
  expect(await saved(/^Picture as SVG/)).toContain('<svg xmlns=');
  expect((await saved(/^Picture as PNG/)).slice(1, 4)).toBe('PNG');

  const picker = page.locator('input[type="file"]');
  await picker.setInputFiles({
    name: 'mine.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(scenario.replace('The token is', 'Mine is'), 'latin1'),
  });
  await expect(page.locator('.wb-notice')).toContainText('"Mine is for somebody else" is open');
  const transcript = '$ vault status\nKey Value\n$ vault policy list\n';
  await picker.setInputFiles({ name: 'session.txt', mimeType: 'text/plain', buffer: Buffer.from(transcript) });
  await expect(page.locator('.wb-notice')).toContainText('2 commands of session.txt are ready');
  await run(page);
  await page.locator('.wb-under .wb-names').getByRole('button', { name: 'Console' }).click();
  await expect(page.getByLabel('Output of commands')).toContainText('vault policy list');
  await page.getByRole('button', { name: 'Undo: run' }).click();
  await page.getByRole('button', { name: 'Undo: open' }).click();
  await page.getByRole('button', { name: 'Undo: open' }).click();
  await expect(exchanges(page)).toContainText('checkingAudience');
});

test('lines and exchanges point at each other', async ({ page }) => {
  await page.goto('workbench/?scenario=audience-mismatch');
  await ready(page);
  await run(page);
  await exchanges(page).locator('.denied').first().getByRole('button').click();
  await page
    .locator('.wb-files .wb-names')
    .getByRole('button', { name: /^vault\.yaml/ })
    .click();
  await expect(page.locator('.wb-pointed').first()).toBeVisible();
  await page
    .locator('.wb-message')
    .getByRole('button', { name: /^vault\.yaml:\d+/ })
    .last()
    .click();
  await expect(exchanges(page).locator('.caused').first()).toContainText('This line led to it.');
});

test('state, objects, and one Pod through everything, at any time', async ({ page }) => {
  await page.goto('workbench/');
  await ready(page);
  await run(page);
  await expect(exchanges(page)).toContainText('returns version 1');
  await exchanges(page)
    .getByRole('button', { name: /The Agent logs in to Vault.*issues a token/ })
    .first()
    .click();
  await pane(page, 'State');
  await expect(page.locator('.wb-state')).toContainText('vault/kubernetes-login');
  await expect(page.locator('.chart .lit text').first()).toHaveText('issuingToken');
  await page.getByText('The chart in words').click();
  await expect(page.locator('.chart-words [aria-current]')).toContainText('issuingToken');
  await expectAccessible(page);
  await pane(page, 'Objects');
  await page.getByLabel('Compared with').selectOption('0');
  await page
    .getByRole('button', { name: /^added: kubernetes-app-web|^added: .*web/ })
    .first()
    .click();
  await expect(page.locator('.wb-diff .added').first()).toBeVisible();
  await expectAccessible(page);
  await pane(page, 'Follow');
  await page.locator('.wb-follow select').selectOption({ index: 1 });
  await expect(page.locator('.wb-follow ol')).toContainText('The Agent logs in to Vault');
  await expectAccessible(page);
});

test('two runs are compared where they part, and a branch keeps both', async ({ page }) => {
  await page.goto('workbench/');
  await ready(page);
  await run(page);
  await expect(exchanges(page)).toContainText('returns version 1');
  await page.getByRole('slider', { name: 'Moment shown' }).fill('1000');
  await page.getByRole('button', { name: /^Branch/ }).click();
  await type(page, 'vault policy delete kv-app');
  await page.getByRole('button', { name: '+1 min' }).click();
  await expect(exchanges(page)).toContainText('refuses with 403');
  await pane(page, 'Compare');
  await expect(page.locator('.wb-compare')).toContainText('They part at');
  await expect(page.locator('.wb-compare .first')).toContainText('first difference');
  await expectAccessible(page);
  await page.getByLabel('Run shown').selectOption({ label: 'Run 1' });
  await expect(exchanges(page)).not.toContainText('refuses with 403');
});

test('stepping by transitions names each, and shortcuts work unless turned off', async ({ page }) => {
  await page.goto('workbench/');
  await ready(page);
  await run(page);
  await expect(exchanges(page)).toContainText('returns version 1');
  await page.getByRole('heading', { name: 'Workbench' }).click();
  await page.keyboard.press('k');
  await page.keyboard.press(',');
  await expect(page.locator('.wb-stepped')).toContainText(/from \w+ to|begins in/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('On to the next failure');
  await expectAccessible(page);
  await page.getByLabel('Shortcuts of a single key').uncheck();
  await page.getByRole('button', { name: 'Close' }).click();
  const before = await clock(page).textContent();
  await page.keyboard.press('j');
  await expect(clock(page)).toHaveText(before ?? '');
  // Space presses what has the focus, whatever else it does.
  await page.locator('.wb-lower .wb-names').getByRole('button', { name: 'Logs' }).focus();
  await page.keyboard.press('Space');
  await expect(page.locator('.wb-logs')).toBeVisible();
});

test('panes are resized by keyboard, and stay so', async ({ page }) => {
  await page.goto('workbench/');
  await ready(page);
  const bar = page.getByRole('separator', { name: 'Width of the files' });
  const before = Number(await bar.getAttribute('aria-valuenow'));
  await bar.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.reload();
  await expect(bar).toHaveAttribute('aria-valuenow', String(before + 6));
});
