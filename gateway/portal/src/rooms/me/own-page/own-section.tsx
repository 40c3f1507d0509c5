import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Section } from '../../../data/answer.js';
import { Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';

interface OwnSectionProps<Value> {
  /** The part of the address by which it is found. */
  readonly id: string;
  readonly title: ReactNode;
  readonly of: Section<Value>;
  /** Who holds it. */
  readonly owner: ReactNode;
  readonly empty: ReactNode;
  readonly action?: ReactNode;
  readonly onRetry: () => void;
  readonly children: (value: Value) => ReactNode;
}

/** A part of a person’s own page: what a member holds, who that is, who may see it, and the way to have it corrected. */
export function OwnSection<Value>({ id, empty, action, ...section }: OwnSectionProps<Value>) {
  const { owner } = section;
  return (
    <div id={id} className="grid scroll-mt-4 gap-4 rounded-xl border border-line bg-raised p-4 sm:p-6">
      <PageSection {...section} empty={<Empty action={action}>{empty}</Empty>} />
      <p className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line pt-3 text-sm text-soft">
        <span>
          <Trans>Saxlayan: {owner}</Trans>
        </span>
        <Link to="/me/permissions">
          <Trans>Kim görə bilər?</Trans>
        </Link>
        {section.of.kind === 'data' && (
          <Link to="/me/records">
            <Trans>Səhv var?</Trans>
          </Link>
        )}
      </p>
    </div>
  );
}
