import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { formatNumber } from '../../../language/format.js';
import type { Card } from './found-card.js';
import { type FacetCount, FacetFilter } from './facet-filter.js';
import { facets, toggleValue, type Wanted } from './search-address.js';

interface SearchFiltersProps {
  readonly wanted: Wanted;
  readonly counts: readonly FacetCount[];
  /** The cards of this page, whose values can be looked for too. */
  readonly cards: readonly Card[];
  readonly onLook: (wanted: Wanted) => void;
}

/** What is looked for, facet by facet. On a phone it is folded away. */
export function SearchFilters({ wanted, counts, cards, onLook }: SearchFiltersProps) {
  const [isOpen, setOpen] = useState(false);
  const chosen = Object.values(wanted.values).flat().length;
  return (
    <section aria-labelledby="filters" className="no-print grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="filters">
          <Trans>Süzgəclər</Trans>
          {chosen > 0 && <span className="text-soft"> ({formatNumber(chosen)})</span>}
        </h2>
        {chosen > 0 && (
          <Button variant="quiet" onPress={() => onLook({ ...wanted, values: {} })}>
            <Trans>Təmizlə</Trans>
          </Button>
        )}
        <span className="lg:hidden">
          <Button variant="secondary" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {isOpen ? <Trans>Bağla</Trans> : <Trans>Seç</Trans>}
          </Button>
        </span>
      </div>
      <div className={isOpen ? 'grid' : 'hidden lg:grid'}>
        {facets.map((facet) => (
          <FacetFilter
            key={facet}
            facet={facet}
            chosen={wanted.values[facet] ?? []}
            counts={counts}
            cards={cards}
            onToggle={(value) => onLook({ ...wanted, values: toggleValue(wanted.values, facet, value) })}
          />
        ))}
      </div>
    </section>
  );
}
