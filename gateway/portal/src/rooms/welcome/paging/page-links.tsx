import { Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink } from '../../../design/base/link.js';

interface PageLinksProps {
  /** The address of the list. */
  readonly to: string;
  /** What the address says beside the place in the list. */
  readonly search: Readonly<Record<string, string>>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** The way to the next page of a list, and back to its beginning. */
export function PageLinks({ to, search, pageInfo }: PageLinksProps) {
  const { t } = useLingui();
  const { after, ...filter } = search;
  const isFirst = after === undefined;
  if (isFirst && !pageInfo.hasNextPage) return null;
  return (
    <nav aria-label={t`Siyahının səhifələri`} className="flex flex-wrap gap-3">
      {!isFirst && (
        <ButtonLink to={to} search={filter} variant="secondary">
          <Trans>Əvvələ</Trans>
        </ButtonLink>
      )}
      {pageInfo.hasNextPage && (
        <ButtonLink to={to} search={{ ...filter, after: pageInfo.endCursor ?? '' }} variant="secondary">
          <Trans>Sonrakılar</Trans>
        </ButtonLink>
      )}
    </nav>
  );
}
