import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Field } from '../../../design/form/field.js';
import { Select } from '../../../design/form/select.js';
import type { SearchFacet } from '../../../generated/codes.js';
import { facetTerms, spokenLanguageTerms } from '../privacy-terms.js';
import type { CardFacet } from './search-card.js';

interface FacetChoiceProps {
  /** What the registry holds and members stated; null when it can't be had now. */
  readonly offer: readonly CardFacet[] | null;
  readonly facets: readonly CardFacet[];
  readonly onChange: (facets: readonly CardFacet[]) => void;
}

const keyOf = ({ facet, value }: Pick<CardFacet, 'facet' | 'value'>) => `${facet} ${value}`;

type SpokenLanguage = keyof typeof spokenLanguageTerms;
const spokenLanguages = Object.keys(spokenLanguageTerms) as SpokenLanguage[];

/** What people may say of themselves in their own words. */
const sayable = ['SKILL', 'AVAILABILITY', 'PLACE', 'FIELD_OF_STUDY'] as const satisfies readonly SearchFacet[];

/** What stands on the card: picked of what is held, and in one’s own words. */
export function FacetChoice({ offer, facets, onChange }: FacetChoiceProps) {
  const { i18n } = useLingui();
  const chosen = new Set(facets.map(keyOf));
  const groups = Map.groupBy(offer ?? [], ({ facet }) => facet);
  const said = facets.filter(({ ownStatement }) => ownStatement);
  const drop = (facet: CardFacet) => onChange(facets.filter((other) => keyOf(other) !== keyOf(facet)));
  return (
    <div className="grid gap-5">
      <fieldset className="grid gap-3">
        <legend className="font-semibold">
          <Trans>Üzvlərdə olanlardan</Trans>
        </legend>
        {offer?.length === 0 && (
          <p className="text-soft">
            <Trans>Üzvlərdə kart üçün heç nə yoxdur.</Trans>
          </p>
        )}
        {[...groups].map(([facet, values]: [SearchFacet, readonly CardFacet[]]) => (
          <div key={facet}>
            <p className="text-sm text-soft">{i18n._(facetTerms[facet])}</p>
            {values.map((one) => (
              <Checkbox
                key={one.value}
                isSelected={chosen.has(keyOf(one))}
                onChange={(isSelected) => (isSelected ? onChange([...facets, one]) : drop(one))}
              >
                {one.label}
                <span className="block text-sm text-soft">{one.source?.name}</span>
              </Checkbox>
            ))}
          </div>
        ))}
      </fieldset>
      <fieldset className="grid gap-3">
        <legend className="font-semibold">
          <Trans>Öz sözünüzlə</Trans>
        </legend>
        {said.length > 0 && (
          <ul className="grid gap-1">
            {said.map((one) => (
              <li
                key={keyOf(one)}
                className="flex flex-wrap items-center justify-between gap-2 rounded-lg bg-sunken px-3"
              >
                <span>
                  {one.label} <span className="text-sm text-soft">· {i18n._(facetTerms[one.facet])}</span>
                </span>
                <Button variant="quiet" aria-label={`× ${one.label}`} onPress={() => drop(one)}>
                  <Trans>Çıxar</Trans>
                </Button>
              </li>
            ))}
          </ul>
        )}
        <OwnWord
          onSay={(facet, value, label) => {
            const own: CardFacet = {
              __typename: 'SearchCardFacet',
              facet,
              value,
              label,
              ownStatement: true,
              source: null,
              statedOn: '',
            };
            if (!chosen.has(keyOf(own))) onChange([...facets, own]);
          }}
        />
      </fieldset>
    </div>
  );
}

function OwnWord({ onSay }: { onSay: (facet: SearchFacet, value: string, label: string) => void }) {
  const { t, i18n } = useLingui();
  const [facet, setFacet] = useState<(typeof sayable)[number] | 'LANGUAGE'>('SKILL');
  const [text, setText] = useState('');
  const [language, setLanguage] = useState<SpokenLanguage>('en');
  const add = () => {
    if (facet === 'LANGUAGE') onSay(facet, language, i18n._(spokenLanguageTerms[language]));
    else if (text.trim() !== '') onSay(facet, text.trim(), text.trim());
    setText('');
  };
  return (
    <div className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_max-content]">
      <Select
        label={t`Nə haqqında`}
        value={facet}
        onChange={setFacet}
        options={[...sayable, 'LANGUAGE' as const].map((one) => ({ value: one, text: i18n._(facetTerms[one]) }))}
      />
      {facet === 'LANGUAGE' ? (
        <Select
          label={t`Dil`}
          value={language}
          onChange={setLanguage}
          options={spokenLanguages.map((code) => ({ value: code, text: i18n._(spokenLanguageTerms[code]) }))}
        />
      ) : (
        <Field label={t`Sözünüz`} name="said" value={text} onChange={setText} maxLength={100} />
      )}
      <Button variant="secondary" onPress={add}>
        <Trans>Əlavə et</Trans>
      </Button>
    </div>
  );
}
