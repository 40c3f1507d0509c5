import type { ReactNode } from 'react';
import { Chevron } from './icons.js';

/** Something that is seldom done, behind its name, so that the page stays easy to read. */
export function Disclosure({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="inline-flex min-h-target cursor-pointer items-center gap-2 font-semibold text-accent">
        <span className="group-open:rotate-180">
          <Chevron />
        </span>
        {label}
      </summary>
      <div className="grid gap-3 pt-2">{children}</div>
    </details>
  );
}
