import { Children, type ReactNode } from 'react';

interface LinkListProps {
  readonly title: ReactNode;
  /** Links, each one a child; what is not shown is no child. */
  readonly children: ReactNode;
}

/** Ways to further pages, beside each other where there is room. */
export function LinkList({ title, children }: LinkListProps) {
  return (
    <section className="grid gap-3">
      <h2>{title}</h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-3">
        {Children.map(Children.toArray(children), (link) => (
          <li>{link}</li>
        ))}
      </ul>
    </section>
  );
}
