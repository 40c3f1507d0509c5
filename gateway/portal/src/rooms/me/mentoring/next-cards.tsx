import { Trans } from '@lingui/react/macro';
import { ButtonLink } from '../../../design/base/link.js';

interface NextCardsProps {
  readonly search: Readonly<Record<string, string>>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** The way to more cards. */
export function NextCards({ search, pageInfo }: NextCardsProps) {
  if (!pageInfo.hasNextPage) return null;
  return (
    <div>
      <ButtonLink to="/me/mentoring/find" search={{ ...search, after: pageInfo.endCursor ?? '' }} variant="secondary">
        <Trans>Başqa mentorlar</Trans>
      </ButtonLink>
    </div>
  );
}
