import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds that keeps somebody from using the page as it stands now. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Parts of the page that hold nothing, not even a word that there is nothing: by their headings, and lists without an entry. */
export function blankParts(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[
    ...[...document.querySelectorAll('#content section')].filter((part) => part.checkVisibility()).flatMap((section) => {
      const heading = section.querySelector('h2, h3')?.innerText ?? '';
      const isBlank = section.innerText.replace(heading, '').trim() === ''
        && section.querySelector('input, select, textarea, svg, img') === null;
      return isBlank ? [heading] : [];
    }),
    ...[...document.querySelectorAll('#content :is(ul, ol, tbody):empty')]
      .filter((part) => part.checkVisibility())
      .map((list) => list.outerHTML),
  ]`);
}
