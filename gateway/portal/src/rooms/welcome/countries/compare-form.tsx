import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Select } from '../../../design/form/select.js';
import { compareText, formatCountry } from '../../../language/format.js';

interface CompareFormProps {
  /** Every country that may be chosen. */
  readonly codes: readonly string[];
  /** The third may be empty. */
  readonly chosen: Readonly<Record<'a' | 'b' | 'c', string>>;
}

/** Which countries stand side by side; the table follows each choice at once. */
export function CompareForm({ codes, chosen }: CompareFormProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const options = codes
    .map((code) => ({ value: code, text: formatCountry(code) }))
    .toSorted((one, other) => compareText(one.text, other.text));
  const choose = (choice: Partial<typeof chosen>) => {
    const search = Object.entries({ ...chosen, ...choice }).filter(([, code]) => code !== '');
    void navigate({ to: '/countries/compare', search: Object.fromEntries(search) });
  };
  return (
    <form className="grid gap-4 sm:grid-cols-3" onSubmit={(event) => event.preventDefault()}>
      <Select label={t`Birinci ölkə`} value={chosen.a} onChange={(a) => choose({ a })} options={options} />
      <Select label={t`İkinci ölkə`} value={chosen.b} onChange={(b) => choose({ b })} options={options} />
      <Select
        label={t`Üçüncü ölkə`}
        value={chosen.c}
        onChange={(c) => choose({ c })}
        options={[{ value: '', text: t`Yoxdur` }, ...options]}
      />
    </form>
  );
}
