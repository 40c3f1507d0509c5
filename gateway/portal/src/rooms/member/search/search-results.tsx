import { useLingui } from '@lingui/react';
import { Trans, useLingui as useWords } from '@lingui/react/macro';
import type { KeyboardEvent } from 'react';
import { Link } from '../../../design/base/link.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Select } from '../../../design/form/select.js';
import { type Column, DataTable } from '../../../design/table/data-table.js';
import type { SearchFacet } from '../../../generated/codes.js';
import { formatDay } from '../../../language/format.js';
import { facetTerms, orderTerms } from '../member-terms.js';
import { type SelectedPerson, useSelection } from '../selection/selection.js';
import { type Card, facetsOf } from './found-card.js';
import { facets, searchOrders, type Wanted } from './search-address.js';

interface SearchResultsProps {
  readonly cards: readonly Card[];
  readonly wanted: Wanted;
  readonly isStale: boolean;
  readonly onLook: (wanted: Wanted) => void;
}

/** The cards of a page: a table on a desk, a card a person on a phone. Arrows go from one choice to the next. */
export function SearchResults({ cards, wanted, isStale, onLook }: SearchResultsProps) {
  const { i18n } = useLingui();
  const { t } = useWords();
  const selection = useSelection();
  const people = cards.map(personOf);
  const shown = facets.filter((facet) => cards.some((card) => facetsOf(card, facet).length > 0));
  const columns: readonly Column<Card>[] = [
    { key: 'person', title: <Trans>Şəxs</Trans>, cell: (card) => <PersonCell card={card} /> },
    ...shown.map((facet) => ({
      key: facet,
      title: i18n._(facetTerms[facet]),
      cell: (card: Card) => <FacetCell card={card} facet={facet} />,
    })),
  ];
  return (
    <div className="grid gap-3">
      <div className="no-print flex flex-wrap items-end justify-between gap-3">
        <Checkbox isSelected={people.every(selection.has)} onChange={() => selection.toggleAll(people)}>
          <Trans>Bu səhifədəkilərin hamısını seç</Trans>
        </Checkbox>
        <Select
          label={<Trans>Sıra</Trans>}
          value={wanted.sort}
          onChange={(sort) => onLook({ ...wanted, sort })}
          options={searchOrders.map((order) => ({ value: order, text: i18n._(orderTerms[order]) }))}
        />
      </div>
      <div onKeyDown={moveWithArrows} className="text-sm">
        <DataTable
          caption={t`Tapılanlar`}
          columns={columns}
          rows={cards}
          keyOf={(card) => card.volunteer.id}
          isStale={isStale}
          isHeadSticky
        />
      </div>
      <p className="text-sm text-soft">
        <Trans>
          <em>Maili yazı</em> şəxsin öz sözüdür; qalanını bir təşkilat təsdiq edib.
        </Trans>
      </p>
    </div>
  );
}

const personOf = (card: Card): SelectedPerson => ({ id: card.volunteer.id, card });

function PersonCell({ card }: { card: Card }) {
  const selection = useSelection();
  const { id } = card.volunteer;
  const name = card.volunteer.name ?? null;
  const day = formatDay(card.refreshedOn);
  return (
    <div className="flex items-center gap-2">
      <Checkbox isSelected={selection.has(personOf(card))} onChange={() => selection.toggle(personOf(card))}>
        <span className="sr-only">
          {name === null ? <Trans>Seç: adını açmayan şəxs, kart {day}</Trans> : <Trans>Seç: {name}</Trans>}
        </span>
      </Checkbox>
      <span className="grid">
        <Link to="/people/$id" params={{ id }}>
          {name ?? <Trans>Adını açmayıb</Trans>}
        </Link>
        <span className="font-normal text-soft">{day}</span>
      </span>
    </div>
  );
}

function FacetCell({ card, facet }: { card: Card; facet: SearchFacet }) {
  const said = facetsOf(card, facet);
  if (said.length === 0) return <span className="text-soft">–</span>;
  return (
    <ul className={`grid gap-0.5 ${facet.endsWith('_BAND') ? 'whitespace-nowrap' : ''}`}>
      {said.map(({ value, label, ownStatement, source }) => (
        <li key={`${value} ${source?.id ?? ''}`} title={source?.name ?? undefined}>
          {ownStatement ? <em>{label}</em> : label}
        </li>
      ))}
    </ul>
  );
}

function moveWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLInputElement)) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const next = boxes[boxes.indexOf(event.target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
