/**
 * Attributes of a box that scrolls by itself, such as a wide table or a code block. It must be reachable by keyboard,
 * or people without a pointer cannot see its end (WCAG 2.1.1), and it needs a name to be announced by. A group, not a region: it
 * is no landmark of the page.
 */
export const scrollable = (label: string) => ({ tabindex: 0, role: 'group', 'aria-label': label }) as const;
