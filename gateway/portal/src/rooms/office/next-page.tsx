import { Trans } from '@lingui/react/macro';
import { ButtonLink } from '../../design/base/link.js';

interface NextPageProps {
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The way through a long list: on, and back to its beginning; nothing when all of it stands there. */
export function NextPage({ to, search, pageInfo }: NextPageProps) {
  const { after, ...first } = search;
  if (!pageInfo.hasNextPage && after === undefined) return null;
  return (
    <div className="flex flex-wrap gap-3">
      {after !== undefined && (
        <ButtonLink variant="quiet" to={to} search={first}>
          <Trans>Əvvəlinə qayıt</Trans>
        </ButtonLink>
      )}
      {pageInfo.hasNextPage && pageInfo.endCursor !== null && (
        <ButtonLink variant="secondary" to={to} search={{ ...first, after: pageInfo.endCursor }}>
          <Trans>Növbəti səhifə</Trans>
        </ButtonLink>
      )}
    </div>
  );
}
