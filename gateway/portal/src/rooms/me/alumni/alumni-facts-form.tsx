import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { compareText, formatCountry } from '../../../language/format.js';
import { LanguageChoice } from '../facts/language-choice.js';
import { levelTerms } from '../me-terms.js';
import { fieldTerms } from '../../../language/mentoring-terms.js';
import { inOrder } from '../mentoring/mentoring-terms.js';

const AlumniFactsFormRecord = graphql(`
  fragment AlumniFactsForm_record on OwnAlumniRecord {
    entry {
      id
      name
      university
      city
      level
      fieldCode
      startedYear
      graduationYear
      occupation
      employer
      languages
      contact
      country {
        code
      }
    }
  }
`);

const ChangeAlumniFacts = graphql(`
  mutation ChangeAlumniFacts($input: AlumniFactsInput!) @purpose(is: "none") {
    changeAlumniFacts(input: $input) {
      ... on OwnAlumniRecord {
        entry {
          id
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface AlumniFactsFormProps {
  readonly record: FragmentType<typeof AlumniFactsFormRecord>;
  /** The countries of the associations. */
  readonly codes: readonly string[];
  readonly onSaved: () => void;
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
const yearOrNull = (text: string) => (text.trim() === '' ? null : Number(text));

/** What is right about the person today. */
export function AlumniFactsForm({ record, codes, onSaved }: AlumniFactsFormProps) {
  const { i18n } = useLingui();
  const { entry } = readFragment(AlumniFactsFormRecord, record);
  const [save, state] = useAction(ChangeAlumniFacts);
  const [texts, setTexts] = useState({
    name: entry.name ?? '',
    university: entry.university ?? '',
    city: entry.city ?? '',
    startedYear: entry.startedYear?.toString() ?? '',
    graduationYear: entry.graduationYear?.toString() ?? '',
    occupation: entry.occupation ?? '',
    employer: entry.employer ?? '',
    contact: entry.contact ?? '',
  });
  const [country, setCountry] = useState(entry.country?.code ?? '');
  const [level, setLevel] = useState(entry.level ?? 'BACHELOR');
  const [field, setField] = useState(entry.fieldCode ?? '');
  const [languages, setLanguages] = useState<readonly string[]>(entry.languages ?? []);
  const text = (name: keyof typeof texts) => ({
    name,
    value: texts[name],
    onChange: (value: string) => setTexts((before) => ({ ...before, [name]: value })),
    maxLength: 200,
  });
  const submit = async () => {
    const input = {
      name: orNull(texts.name),
      university: texts.university.trim(),
      countryCode: country,
      city: orNull(texts.city),
      level,
      fieldCode: field,
      startedYear: yearOrNull(texts.startedYear),
      graduationYear: yearOrNull(texts.graduationYear),
      occupation: orNull(texts.occupation),
      employer: orNull(texts.employer),
      languages: [...languages],
      contact: orNull(texts.contact),
    };
    if ((await save({ input })) !== null) onSaved();
  };
  return (
    <Form submit={<Trans>Yadda saxla</Trans>} state={state} onSubmit={() => void submit()}>
      <Field label={<Trans>Kataloqdakı ad</Trans>} {...text('name')} />
      <Field label={<Trans>Universitet</Trans>} isRequired {...text('university')} />
      <Select
        label={<Trans>Ölkə</Trans>}
        value={country}
        onChange={setCountry}
        options={[...new Set([...codes, country])]
          .map((code) => ({ value: code, text: formatCountry(code) }))
          .toSorted((one, other) => compareText(one.text, other.text))}
      />
      <Field label={<Trans>Şəhər</Trans>} {...text('city')} />
      <Select
        label={<Trans>Səviyyə</Trans>}
        value={level}
        onChange={setLevel}
        options={(['BACHELOR', 'MASTER', 'DOCTORATE'] as const).map((value) => ({
          value,
          text: i18n._(levelTerms[value]),
        }))}
      />
      <Select
        label={<Trans>Sahə</Trans>}
        value={field}
        onChange={setField}
        options={inOrder(fieldTerms).map(([value, term]) => ({ value, text: i18n._(term) }))}
      />
      <Field label={<Trans>Başladığı il</Trans>} inputMode="numeric" {...text('startedYear')} />
      <Field
        label={<Trans>Bitirdiyi il</Trans>}
        hint={<Trans>Hələ oxuyursunuzsa, boş qoyun</Trans>}
        inputMode="numeric"
        {...text('graduationYear')}
      />
      <Field label={<Trans>Peşə</Trans>} {...text('occupation')} />
      <Field label={<Trans>İş yeri</Trans>} {...text('employer')} />
      <LanguageChoice value={languages} onChange={setLanguages} />
      <Field label={<Trans>Əlaqə</Trans>} hint={<Trans>Ünvan, nömrə və ya səhifə</Trans>} {...text('contact')} />
    </Form>
  );
}
