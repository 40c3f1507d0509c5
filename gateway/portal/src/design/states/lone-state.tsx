import type { ReactNode } from 'react';

/** A page of one thing that cannot be shown: what it would be about, as its heading, and why there is nothing. */
export function LoneState({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-4">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
