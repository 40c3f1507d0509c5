/** Whether the device has a connection, for `useSyncExternalStore`. */
export const connection = {
  subscribe: (listener: () => void): (() => void) => {
    addEventListener('online', listener);
    addEventListener('offline', listener);
    return () => {
      removeEventListener('online', listener);
      removeEventListener('offline', listener);
    };
  },
  isThere: (): boolean => navigator.onLine,
};
