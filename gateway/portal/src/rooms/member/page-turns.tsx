import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../../design/base/button.js';

interface PageTurnsProps {
  readonly of: {
    readonly startCursor?: string | null;
    readonly endCursor?: string | null;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
  };
  /** What else the address says, besides the place in the list. */
  readonly search?: Readonly<Record<string, string>>;
}

/** To the next part of a list and back; nothing for a list of one page. The place stands in the address. */
export function PageTurns({ of, search = {} }: PageTurnsProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { startCursor, endCursor, hasNextPage, hasPreviousPage } = of;
  if (!hasNextPage && !hasPreviousPage) return null;
  const go = (place: Record<string, string>) => void navigate({ to: '.', search: { ...search, ...place } });
  return (
    <nav aria-label={t`Səhifələr`} className="no-print flex flex-wrap gap-3">
      {hasPreviousPage && (
        <Button variant="secondary" onPress={() => go({ before: startCursor ?? '' })}>
          <Trans>Əvvəlki səhifə</Trans>
        </Button>
      )}
      {hasNextPage && (
        <Button variant="secondary" onPress={() => go({ after: endCursor ?? '' })}>
          <Trans>Növbəti səhifə</Trans>
        </Button>
      )}
    </nav>
  );
}

/** The variables of a part of a list whose place stands in the address. */
export function placeOf({ after, before }: Readonly<Record<string, string>>, length = 25) {
  return before === undefined ? { first: length, after: after ?? null } : { last: length, before };
}
