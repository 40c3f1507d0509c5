import type { ReactNode } from 'react';

/** One thing among several of its kind. */
export function Card({ children }: { children: ReactNode }) {
  return <article className="grid content-start gap-2 rounded-xl border border-line bg-raised p-4">{children}</article>;
}

/** Cards side by side where there is room, one below the other on a phone. */
export function Cards({ children }: { children: ReactNode }) {
  return <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">{children}</div>;
}
