import { Trans } from '@lingui/react/macro';
import { Field } from '../../../design/form/field.js';

/** A person’s name as it is written down. */
export interface WrittenName {
  readonly givenName: string;
  readonly familyName: string;
  readonly patronymic: string;
}

interface NameFieldsProps {
  readonly value: WrittenName;
  readonly onChange: (value: WrittenName) => void;
  /** Whether what is missing is said. */
  readonly isChecked: boolean;
}

/** The name of a person, in the parts that the graph takes. */
export function NameFields({ value, onChange, isChecked }: NameFieldsProps) {
  return (
    <>
      <Field
        label={<Trans>Ad</Trans>}
        name="given-name"
        autoComplete="given-name"
        isRequired
        value={value.givenName}
        onChange={(givenName) => onChange({ ...value, givenName })}
        error={isChecked && value.givenName.trim() === '' && <Trans>Adınızı yazın.</Trans>}
      />
      <Field
        label={<Trans>Soyad</Trans>}
        name="family-name"
        autoComplete="family-name"
        isRequired
        value={value.familyName}
        onChange={(familyName) => onChange({ ...value, familyName })}
        error={isChecked && value.familyName.trim() === '' && <Trans>Soyadınızı yazın.</Trans>}
      />
      <Field
        label={<Trans>Ata adı (istəyə görə)</Trans>}
        name="patronymic"
        autoComplete="additional-name"
        value={value.patronymic}
        onChange={(patronymic) => onChange({ ...value, patronymic })}
        hint={<Trans>“Oğlu” və ya “qızı” ilə, yaxud onlarsız.</Trans>}
      />
    </>
  );
}

/** Whether the parts are there without which nobody has a name. */
export function isWholeName({ givenName, familyName }: WrittenName): boolean {
  return givenName.trim() !== '' && familyName.trim() !== '';
}

/** The name as the graph takes it. */
export function nameInput({ givenName, familyName, patronymic }: WrittenName) {
  return {
    givenName: givenName.trim(),
    familyName: familyName.trim(),
    patronymic: patronymic.trim() === '' ? null : patronymic.trim(),
  };
}
