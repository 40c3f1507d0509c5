import { Trans, useLingui } from '@lingui/react/macro';
import type { SearchFacet } from '../../../generated/codes.js';
import { formatDay } from '../../../language/format.js';
import { facetTerms } from '../privacy-terms.js';
import type { CardFacet } from './search-card.js';

/** What stands on a card, each with whose word it is and since when, as whoever finds it reads it. */
export function CardFacets({ facets }: { facets: readonly CardFacet[] }) {
  const { i18n } = useLingui();
  const groups = Map.groupBy(facets, ({ facet }) => facet);
  return (
    <dl className="grid gap-3">
      {[...groups].map(([facet, values]: [SearchFacet, readonly CardFacet[]]) => (
        <div key={facet} className="grid gap-1">
          <dt className="text-sm text-soft">{i18n._(facetTerms[facet])}</dt>
          {values.map(({ value, label, source, ownStatement, statedOn }) => {
            const day = formatDay(statedOn);
            const owner = source?.name;
            return (
              <dd key={value}>
                {label}
                <span className="block text-sm text-soft">
                  {ownStatement || owner == null ? (
                    <Trans>öz sözünüz, {day}</Trans>
                  ) : (
                    <Trans>
                      {owner}, {day}
                    </Trans>
                  )}
                </span>
              </dd>
            );
          })}
        </div>
      ))}
    </dl>
  );
}
