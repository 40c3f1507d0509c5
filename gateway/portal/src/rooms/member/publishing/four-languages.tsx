import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Field } from '../../../design/form/field.js';

/** A text in four languages as it is being written. */
export type FourTexts = Readonly<Record<'az' | 'en' | 'ru' | 'tr', string>>;

export const noTexts: FourTexts = { az: '', en: '', ru: '', tr: '' };

const languageTerms: Readonly<Record<keyof FourTexts, MessageDescriptor>> = {
  az: msg`Azərbaycan dilində`,
  en: msg`ingiliscə (istəyə görə)`,
  ru: msg`rusca (istəyə görə)`,
  tr: msg`türkcə (istəyə görə)`,
};
const codes = ['az', 'en', 'ru', 'tr'] as const;

interface FourLanguagesProps {
  /** What the text is, such as a title. */
  readonly label: string;
  readonly name: string;
  readonly value: FourTexts;
  readonly onChange: (value: FourTexts) => void;
  readonly lines?: number;
}

/** A text in Azerbaijani, and in the other languages where somebody writes it. */
export function FourLanguages({ label, name, value, onChange, lines }: FourLanguagesProps) {
  const { i18n } = useLingui();
  return codes.map((code) => (
    <Field
      key={code}
      label={`${label}, ${i18n._(languageTerms[code])}`}
      name={`${name}-${code}`}
      maxLength={10_000}
      isRequired={code === 'az'}
      value={value[code]}
      onChange={(text) => onChange({ ...value, [code]: text })}
      {...(lines === undefined ? {} : { lines })}
    />
  ));
}

/** What is kept in four languages, as it is being corrected. */
export function keptTexts(kept: { readonly [code in keyof FourTexts]: string | null }): FourTexts {
  return { az: kept.az ?? '', en: kept.en ?? '', ru: kept.ru ?? '', tr: kept.tr ?? '' };
}

/** As it is sent: what nobody wrote is null. */
export function sentTexts({ az, en, ru, tr }: FourTexts) {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return { az: az.trim(), en: orNull(en), ru: orNull(ru), tr: orNull(tr) };
}
