const storageKey = 'birlik.single-keys';

/** Whether keys without Ctrl or another one beside do something: people who speak to their device turn them off. */
export function hasSingleKeys(): boolean {
  return localStorage.getItem(storageKey) !== 'off';
}

/** Lets single keys do something, or not, from now on. */
export function changeSingleKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, 'off');
}
