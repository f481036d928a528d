import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Collects what must not happen on any page: console errors, exceptions, requests to other origins. */
export const watch = (page: Page): { readonly trouble: string[] } => {
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const own = new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin;
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== own)
      trouble.push(`foreign: ${request.url()}`);
  });
  return { trouble };
};

/** Fails with the rule, the element and the reason for each violation of WCAG 2.2 A and AA and of axe's best practices. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
    ),
  ).toEqual([]);
};
