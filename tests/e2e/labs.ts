/** What a learner does in a lab, for the tests of labs on wide screens and on phones. */
import { expect, type Page } from '@playwright/test';

export const monaco = (page: Page) => page.locator('.wb-monaco[data-ready]');

/** Open a lab and wait until its world stands. */
export const openLab = async (page: Page, id: string): Promise<void> => {
  await page.goto(`labs/${id}/`);
  await expect(page.getByRole('button', { name: 'Check my work' })).toBeEnabled({ timeout: 30_000 });
};

/** Replace a piece of the open file by another, as a learner would by find and type. */
export const replaceInEditor = async (page: Page, from: string, to: string): Promise<void> => {
  await monaco(page).locator('.view-lines').click();
  await page.keyboard.press('Control+F');
  await page.keyboard.insertText(from);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.insertText(to);
};

export const openFile = (page: Page, name: string): Promise<void> =>
  page
    .locator('.wb-files .wb-names')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();

export const apply = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Apply changes', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Apply changes', exact: true })).toBeDisabled();
};

/** Type a command in the console and wait for its prompt. */
export const type = async (page: Page, command: string): Promise<void> => {
  const line = page.getByRole('textbox', { name: 'Command' });
  await line.fill(command);
  await line.press('Enter');
  await expect(page.getByLabel('Output of commands')).toContainText(command);
};

/** Have the work checked, and wait for the verdict. */
export const check = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Check my work' }).click();
  await expect(page.locator('.lab-failed, .lab-passed')).toBeVisible({ timeout: 30_000 });
};

/** The item of a check, by a piece of its sentence. */
export const item = (page: Page, words: string) => page.locator('.lab-checks > li', { hasText: words });
