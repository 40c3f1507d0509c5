import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Select } from '../../../design/form/select.js';
import type { GrantBasis } from '../../../generated/codes.js';
import { basisTerms } from '../../../language/terms.js';
import { loggedCategoryTerms } from '../privacy-terms.js';

/** Rights that say something to a person; what they did themself has a choice of its own. */
const chosenBases: readonly GrantBasis[] = [
  'CONSENT',
  'OWNER',
  'CARD',
  'MANDATE',
  'RELATION',
  'GUARDIAN',
  'EMERGENCY',
  'RETENTION',
  'LINKED',
  'IN_REVIEW',
  'COMPARED',
  'OFFICE_REVIEW',
];

/** A code that the address has, if it is one of these; null for all others. */
export function codeIn<Code extends string>(
  terms: Readonly<Record<Code, MessageDescriptor>>,
  said: string | undefined,
): Code | null {
  return said !== undefined && Object.hasOwn(terms, said) ? (said as Code) : null;
}

/** At what and by what right; the list follows each choice at once. */
export function ViewFilter({ search }: { search: Readonly<Record<string, string>> }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { category = '', basis = '', after: _, ...others } = search;
  const choose = (choice: Record<string, string>) => {
    const chosen = Object.entries({ category, basis, ...choice }).filter(([, value]) => value !== '');
    void navigate({ to: '/me/views', search: { ...others, ...Object.fromEntries(chosen) } });
  };
  const optionOf = (value: string, term: MessageDescriptor) => ({ value, text: i18n._(term) });
  return (
    <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
      <Select
        label={t`Nəyə baxılıb`}
        value={category}
        onChange={(value) => choose({ category: value })}
        options={[
          { value: '', text: t`Hamısı` },
          ...Object.entries(loggedCategoryTerms).map(([code, term]) => optionOf(code, term)),
        ]}
      />
      <Select
        label={t`Hansı əsasla`}
        value={basis}
        onChange={(value) => choose({ basis: value })}
        options={[{ value: '', text: t`Hamısı` }, ...chosenBases.map((code) => optionOf(code, basisTerms[code]))]}
      />
    </div>
  );
}
