import type { Page } from 'playwright-core';

/**
 * Where a page has too little room for what it says: a page wider than its window, parts that stand beyond the margin of the page, words
 * that are broken where nothing says that they may be, and dates whose dot meets that of the sentence. What scrolls by itself has room.
 */
export function cramped(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const faults = new Set();
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) faults.add('the page is ' + wide + ' px too wide');
    const content = document.querySelector('#content');
    const style = getComputedStyle(content);
    const { clientWidth } = document.documentElement;
    const edge = Math.min(content.getBoundingClientRect().right, clientWidth) - parseFloat(style.paddingRight);
    const scrolls = (element) => {
      for (let at = element; at !== null && at !== content; at = at.parentElement)
        if (getComputedStyle(at).overflowX !== 'visible') return true;
      return false;
    };
    for (const element of content.querySelectorAll('*')) {
      const { right, width } = element.getBoundingClientRect();
      const isSeen = width > 1 && element.checkVisibility();
      if (isSeen && right > edge + 1 && element.childElementCount === 0 && !scrolls(element))
        faults.add('beyond the margin: ' + element.textContent.slice(0, 40));
    }
    const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      const mayBreak = getComputedStyle(parentElement).wordBreak === 'break-all';
      if (mayBreak || parentElement.closest('option, svg') || !parentElement.checkVisibility()) continue;
      for (const { 0: word, index } of data.matchAll(/\\p{L}{3,}/gu)) {
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
          faults.add('broken: ' + word);
      }
    }
    for (const [dots] of content.innerText.matchAll(/.{0,30}г\\.\\./g)) faults.add('two dots: ' + dots);
    return [...faults];
  })()`);
}
