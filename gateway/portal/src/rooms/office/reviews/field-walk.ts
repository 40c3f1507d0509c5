import { type RefObject, useCallback, useRef } from 'react';

/**
 * A walk through the rows of the table inside an element, row by row: the row that is come to has the focus, so that it is seen and read
 * aloud as a whole.
 *
 * @returns where the table is, and how to go on by so many rows: at an end it stays
 */
export function useFieldWalk(): readonly [RefObject<HTMLDivElement | null>, moveBy: (rows: number) => void] {
  const place = useRef<HTMLDivElement>(null);
  const moveBy = useCallback((rows: number) => {
    const all = [...(place.current?.querySelectorAll<HTMLElement>('tbody tr') ?? [])];
    const here = all.findIndex((row) => row === document.activeElement);
    const next = all[here === -1 ? 0 : Math.min(Math.max(here + rows, 0), all.length - 1)];
    if (next === undefined) return;
    next.tabIndex = -1;
    next.focus();
  }, []);
  return [place, moveBy];
}
