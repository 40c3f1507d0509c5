import type { ReactNode } from 'react';
import { ButtonLink } from '../../design/base/link.js';

/** A view of a page, by what its address says. */
interface Tab {
  readonly key: string;
  readonly title: ReactNode;
  readonly search: Readonly<Record<string, string>>;
  readonly isCurrent: boolean;
}

/** The views of a page; the one that is shown says so. */
export function Tabs({ tabs }: { tabs: readonly Tab[] }) {
  return (
    <ul className="no-print flex flex-wrap gap-2">
      {tabs.map(({ key, title, search, isCurrent }) => (
        <li key={key}>
          <ButtonLink
            to="."
            search={search}
            variant={isCurrent ? 'chosen' : 'secondary'}
            aria-current={isCurrent ? 'page' : undefined}
          >
            {title}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
