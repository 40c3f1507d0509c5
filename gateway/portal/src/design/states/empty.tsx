import type { ReactNode } from 'react';

/** Where there is nothing yet, with what brings something. */
export function Empty(props: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-3 rounded-lg border border-dashed border-line-strong p-4 text-soft">
      <p>{props.children}</p>
      {props.action}
    </div>
  );
}
