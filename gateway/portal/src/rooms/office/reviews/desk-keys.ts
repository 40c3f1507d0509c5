import { useEffect, useRef } from 'react';

/** What a key does, by the key as the browser names it, in small letters. */
type KeyActions = Readonly<Record<string, () => void>>;

/**
 * Single keys for work that is done a hundred times a day. They rest while something is written and while a key of the system is held,
 * and whoever works by voice can turn them off.
 */
export function useDeskKeys(isOn: boolean, actions: KeyActions): void {
  const newest = useRef(actions);
  useEffect(() => {
    newest.current = actions;
  });
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null) return;
      const action = newest.current[event.key.toLowerCase()];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn]);
}
