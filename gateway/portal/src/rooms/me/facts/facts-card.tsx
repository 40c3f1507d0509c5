import type { ReactNode } from 'react';

interface FactsCardProps {
  /** The part of the address by which it is found. */
  readonly id: string;
  readonly title: ReactNode;
  /** What it is for, or who sees it. */
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

/** A group of facts that a person says of themself, which is saved alone. */
export function FactsCard({ id, title, about, children }: FactsCardProps) {
  return (
    <section id={id} className="grid scroll-mt-4 gap-4 rounded-xl border border-line bg-raised p-4 sm:p-6">
      <div className="grid gap-1">
        <h2>{title}</h2>
        {about !== undefined && <p className="text-soft">{about}</p>}
      </div>
      {children}
    </section>
  );
}
