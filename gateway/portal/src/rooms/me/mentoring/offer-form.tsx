import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { MentoringFormat } from '../../../generated/codes.js';
import { compareText, formatCountry } from '../../../language/format.js';
import { fieldTerms, goalTerms } from '../../../language/mentoring-terms.js';
import { LanguageChoice } from '../facts/language-choice.js';
import { Choices } from './choices.js';
import { formatTerms } from './mentoring-terms.js';

const OfferFormOffer = graphql(`
  fragment OfferForm_offer on MentorProfile {
    id
    withdrawnAt
    capacity
    goals
    fieldCodes
    languages
    formats
    country {
      code
    }
  }
`);

const OfferFormAssociation = graphql(`
  fragment OfferForm_association on AlumniAssociation {
    id
    organization {
      id
      name
    }
    countries {
      code
    }
  }
`);

const OfferMentoring = graphql(`
  mutation OfferMentoring($input: MentoringOfferInput!) @purpose(is: "none") {
    offerMentoring(input: $input) {
      ... on MentorProfile {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface OfferFormProps {
  /** What is offered already; null for the first offer. */
  readonly offer: FragmentType<typeof OfferFormOffer> | null;
  readonly associations: readonly FragmentType<typeof OfferFormAssociation>[];
  readonly onSaved: () => void;
}

/** What a mentor can be asked for. */
export function OfferForm({ onSaved, ...props }: OfferFormProps) {
  const { t } = useLingui();
  const offer = readFragment(OfferFormOffer, props.offer);
  const associations = readFragment(OfferFormAssociation, props.associations);
  const [save, state] = useAction(OfferMentoring);
  const [isSaved, setSaved] = useState(false);
  const [organizationId, setOrganization] = useState('');
  const [capacity, setCapacity] = useState(String(offer?.capacity ?? 1));
  const [goals, setGoals] = useState<readonly string[]>(offer?.goals ?? []);
  const [fields, setFields] = useState<readonly string[]>(offer?.fieldCodes ?? []);
  const [languages, setLanguages] = useState<readonly string[]>(offer?.languages ?? ['az']);
  const [formats, setFormats] = useState<readonly MentoringFormat[]>(offer?.formats ?? ['ONE_CALL']);
  const [country, setCountry] = useState(offer?.country?.code ?? '');
  const codes = [...new Set(associations.flatMap(({ countries }) => countries ?? []).map(({ code }) => code))];
  const submit = async () => {
    setSaved(false);
    const input = {
      organizationId: organizationId === '' ? null : organizationId,
      capacity: Number(capacity),
      goals: [...goals],
      fieldCodes: [...fields],
      languages: [...languages],
      formats: [...formats],
      countryCode: country === '' ? null : country,
    };
    if ((await save({ input })) === null) return;
    setSaved(true);
    onSaved();
  };
  return (
    <Form
      submit={offer === null || offer.withdrawnAt != null ? <Trans>Təklif et</Trans> : <Trans>Yadda saxla</Trans>}
      state={state}
      onSubmit={() => void submit()}
      aside={
        isSaved && (
          <span role="status">
            <Trans>Saxlanıldı</Trans>
          </span>
        )
      }
    >
      {offer === null && (
        <Select
          label={<Trans>Təklifinizə baxan birlik</Trans>}
          hint={<Trans>Oxuduğunuz və ya yaşadığınız ölkənin birliyi</Trans>}
          value={organizationId}
          onChange={setOrganization}
          options={[
            { value: '', text: t`Birlik seçin` },
            ...associations
              .flatMap(({ organization }) => (organization == null ? [] : [organization]))
              .map(({ id, name }) => ({ value: id, text: name ?? '' }))
              .toSorted((one, other) => compareText(one.text, other.text)),
          ]}
        />
      )}
      <Select
        label={<Trans>Eyni vaxtda neçə nəfər?</Trans>}
        value={capacity}
        onChange={setCapacity}
        options={Array.from({ length: 20 }, (_, at) => ({ value: String(at + 1), text: String(at + 1) }))}
      />
      <Choices legend={<Trans>Nədə kömək edirsiniz?</Trans>} terms={goalTerms} value={goals} onChange={setGoals} />
      <Choices legend={<Trans>Hansı sahədə?</Trans>} terms={fieldTerms} value={fields} onChange={setFields} />
      <LanguageChoice value={languages} onChange={setLanguages} />
      <Choices
        legend={<Trans>Nə qədər müddətə?</Trans>}
        terms={formatTerms}
        value={formats}
        onChange={(chosen) => setFormats(chosen as readonly MentoringFormat[])}
      />
      <Select
        label={<Trans>Kartda göstərilən ölkə</Trans>}
        value={country}
        onChange={setCountry}
        options={[
          { value: '', text: t`Göstərilməsin` },
          ...codes
            .map((code) => ({ value: code, text: formatCountry(code) }))
            .toSorted((one, other) => compareText(one.text, other.text)),
        ]}
      />
    </Form>
  );
}
