import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Field } from '../../../design/form/field.js';
import type { SearchFacet } from '../../../generated/codes.js';
import { formatNumber } from '../../../language/format.js';
import { facetTerms } from '../member-terms.js';
import { type Card, facetsOf } from './found-card.js';

/** How many cards have a value; told only where that gives nobody away. */
export interface FacetCount {
  readonly facet: SearchFacet;
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

interface FacetFilterProps {
  readonly facet: SearchFacet;
  readonly chosen: readonly string[];
  readonly counts: readonly FacetCount[];
  readonly cards: readonly Card[];
  readonly onToggle: (value: string) => void;
}

/** What can be written, besides what is there to choose; it stands open. */
const written: ReadonlySet<SearchFacet> = new Set(['SKILL', 'PLACE']);

/** How many values are shown before one asks for all. */
const mostShown = 6;

/** The values of a facet to choose from, with how many have each. */
export function FacetFilter({ facet, chosen, counts, cards, onToggle }: FacetFilterProps) {
  const { i18n } = useLingui();
  const [isWhole, setWhole] = useState(false);
  const choices = choicesOf(facet, chosen, counts, cards);
  const isWritten = written.has(facet);
  const shown = isWhole ? choices : choices.slice(0, Math.max(mostShown, chosen.length));
  if (choices.length === 0 && !isWritten) return null;
  return (
    <details open={chosen.length > 0 || isWritten} className="border-t border-line py-1">
      <summary className="min-h-target cursor-pointer py-2 font-semibold">{i18n._(facetTerms[facet])}</summary>
      <ul className="grid">
        {shown.map(({ value, label, count }) => (
          <li key={value} className="flex items-center justify-between gap-2">
            <Checkbox isSelected={chosen.includes(value)} onChange={() => onToggle(value)}>
              {label}
            </Checkbox>
            {count !== null && <span className="text-sm text-soft tabular-nums">{formatNumber(count)}</span>}
          </li>
        ))}
      </ul>
      {shown.length < choices.length && (
        <Button variant="quiet" onPress={() => setWhole(true)}>
          <Trans>Hamısını göstər</Trans>
        </Button>
      )}
      {isWritten && <WrittenValue facet={facet} chosen={chosen} onToggle={onToggle} />}
    </details>
  );
}

function WrittenValue({ facet, chosen, onToggle }: Pick<FacetFilterProps, 'facet' | 'chosen' | 'onToggle'>) {
  const { i18n } = useLingui();
  const [text, setText] = useState('');
  return (
    <form
      className="flex items-end gap-2 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        const value = text.trim().toLowerCase();
        if (value !== '' && !chosen.includes(value)) onToggle(value);
        setText('');
      }}
    >
      <div className="min-w-0 grow">
        <Field
          label={<span className="sr-only">{i18n._(facetTerms[facet])}</span>}
          name={facet}
          value={text}
          onChange={setText}
          maxLength={100}
        />
      </div>
      <span className="shrink-0">
        <Button type="submit" variant="secondary">
          <Trans>Əlavə et</Trans>
        </Button>
      </span>
    </form>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number | null;
}

/** What is chosen first, then what was counted, then what cards of the page say. */
function choicesOf(
  facet: SearchFacet,
  chosen: readonly string[],
  counts: readonly FacetCount[],
  cards: readonly Card[],
): readonly Choice[] {
  const counted = counts.filter((count) => count.facet === facet);
  const seen = cards.flatMap((card) => facetsOf(card, facet));
  const labels = new Map([...counted, ...seen].map(({ value, label }) => [value, label]));
  const numbers = new Map(counted.map(({ value, count }) => [value, count]));
  return [...new Set([...chosen, ...labels.keys()])].map((value) => ({
    value,
    label: labels.get(value) ?? value,
    count: numbers.get(value) ?? null,
  }));
}
