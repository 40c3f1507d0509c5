import { type RefObject, useEffect } from 'react';

/**
 * Keeps the place of whoever works by the keyboard, or listens, when what had the focus goes away: a button that did its work, a form that was
 * sent. The nearest thing around it that is still there takes the focus then, in place of the top of the page.
 *
 * @param root where that holds
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const place = root.current;
    if (place === null) return;
    /** What last had the focus, and what it stood in, the nearest first. */
    let around: readonly HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      around = target instanceof HTMLElement ? pathBetween(target, place) : [];
    };
    const keep = () => {
      if (document.activeElement !== document.body || around[0]?.isConnected !== false) return;
      const nearest = around.find((element) => element.isConnected);
      around = [];
      if (nearest !== undefined) focusForOnce(nearest);
    };
    const changes = new MutationObserver(keep);
    place.addEventListener('focusin', remember);
    // A dialog, which stands outside, closes when the button that opened it is gone already.
    changes.observe(document.body, { childList: true, subtree: true });
    return () => {
      changes.disconnect();
      place.removeEventListener('focusin', remember);
    };
  }, [root]);
}

function pathBetween(from: HTMLElement, to: HTMLElement): HTMLElement[] {
  const parent = from.parentElement;
  return from === to || parent === null ? [from] : [from, ...pathBetween(parent, to)];
}

/** Gives the focus to what is no stop of the keyboard, and becomes none by it. */
function focusForOnce(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
}
