import { Trans } from '@lingui/react/macro';
import { Field } from '../../../design/form/field.js';

/** Cities and universities as they are written, one a line. */
interface WrittenPlaces {
  readonly cities: string;
  readonly universities: string;
}

export const noPlaces: WrittenPlaces = { cities: '', universities: '' };

/** The lines of a text, each once. */
const linesOf = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** Places as they are sent. */
export const placesOf = ({ cities, universities }: WrittenPlaces) => ({
  cities: linesOf(cities),
  universities: linesOf(universities),
});

interface PlaceFieldsProps {
  readonly value: WrittenPlaces;
  readonly onChange: (value: WrittenPlaces) => void;
}

/** Cities and universities of an emergency, or of a part of it. */
export function PlaceFields({ value, onChange }: PlaceFieldsProps) {
  return (
    <>
      <Field
        label={<Trans>Şəhərlər</Trans>}
        hint={<Trans>Hər sətirdə biri</Trans>}
        name="cities"
        lines={2}
        value={value.cities}
        onChange={(cities) => onChange({ ...value, cities })}
      />
      <Field
        label={<Trans>Universitetlər</Trans>}
        hint={<Trans>Hər sətirdə biri, orada yazıldığı kimi</Trans>}
        name="universities"
        lines={2}
        value={value.universities}
        onChange={(universities) => onChange({ ...value, universities })}
      />
    </>
  );
}
