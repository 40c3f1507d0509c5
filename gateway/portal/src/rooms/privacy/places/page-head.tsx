import type { ReactNode } from 'react';

/** The heading of a page, a sentence where it helps, and the one main way on. */
export function PageHead(props: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-4">
      <div className="grid max-w-2xl gap-2">
        <h1>{props.title}</h1>
        {props.children !== undefined && <p className="text-soft">{props.children}</p>}
      </div>
      {props.action}
    </header>
  );
}
