import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from '../../../design/form/select.js';
import { compareText, formatCountry } from '../../../language/format.js';

interface CountryChoiceProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The countries of the associations. */
  readonly codes: readonly string[];
}

/** The country that something is for; all if none is chosen. */
export function CountryChoice({ value, onChange, codes }: CountryChoiceProps) {
  const { t } = useLingui();
  return (
    <Select
      label={<Trans>Ölkə</Trans>}
      value={value}
      onChange={onChange}
      options={[
        { value: '', text: t`Bütün ölkələr` },
        ...codes
          .map((code) => ({ value: code, text: formatCountry(code) }))
          .toSorted((one, other) => compareText(one.text, other.text)),
      ]}
    />
  );
}
