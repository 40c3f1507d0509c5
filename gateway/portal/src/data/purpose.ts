let purpose: string | null = null;
const listeners = new Set<() => void>();

/** What an officer said that this visit is for: stated once, shown all the time, sent with each request. */
export const statedPurpose = {
  current: (): string | null => purpose,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  state: (next: string | null): void => {
    purpose = next;
    for (const listener of listeners) listener();
  },
};
