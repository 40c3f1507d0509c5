import type { ReactNode } from 'react';

/** Names and values of one thing; a value of null is left out. */
export function Facts({ rows }: { rows: readonly (readonly [name: ReactNode, value: ReactNode])[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr]">
      {rows
        .filter(([, value]) => value != null && value !== '')
        .map(([name, value], index) => (
          <div key={index} className="grid sm:col-span-2 sm:grid-cols-subgrid">
            <dt className="text-soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
