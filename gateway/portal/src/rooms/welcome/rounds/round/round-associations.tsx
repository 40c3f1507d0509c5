import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../../data/action.js';
import { Disclosure } from '../../../../design/base/disclosure.js';
import { Tag } from '../../../../design/base/tag.js';
import { Field } from '../../../../design/form/field.js';
import { Form } from '../../../../design/form/form.js';
import { Empty } from '../../../../design/states/empty.js';
import { type FragmentType, readFragment } from '../../../../generated/fragment-masking.js';
import { graphql } from '../../../../generated/gql.js';
import type { RoundAssociations_AssociationFragment } from '../../../../generated/graphql.js';
import { compareText } from '../../../../language/format.js';

const RoundAssociationsAssociation = graphql(`
  fragment RoundAssociations_association on MatchingAssociation {
    id
    menteeQuota
    mentorQuota
    reservedPlaces
    leftAt
    organization {
      id
      name
    }
  }
`);

const BoundAssociation = graphql(`
  mutation BoundMatchingAssociation($input: MatchingQuotaInput!) @purpose(is: "mentoring") {
    boundMatchingAssociation(input: $input) {
      ... on MatchingAssociation {
        id
        menteeQuota
        mentorQuota
        reservedPlaces
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface RoundAssociationsProps {
  readonly roundId: string;
  readonly isOpen: boolean;
  readonly associations: readonly FragmentType<typeof RoundAssociationsAssociation>[];
  readonly onChanged: () => void;
}

/** The associations that take part, and how many of each are matched at most. */
export function RoundAssociations({ roundId, isOpen, onChanged, ...props }: RoundAssociationsProps) {
  const associations = readFragment(RoundAssociationsAssociation, props.associations).toSorted((one, other) =>
    compareText(one.organization?.name ?? '', other.organization?.name ?? ''),
  );
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>İştirak edən assosiasiyalar</Trans>
      </h2>
      {associations.length === 0 && (
        <Empty>
          <Trans>Hələ heç bir assosiasiya qoşulmayıb. Qoşulanlar burada görünəcək.</Trans>
        </Empty>
      )}
      <ul className="grid gap-3">
        {associations.map((one) => (
          <li key={one.id} className="grid gap-2">
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {one.organization?.name ?? '–'}
              {one.leftAt != null && (
                <Tag>
                  <Trans>çıxıb</Trans>
                </Tag>
              )}
            </p>
            {isOpen && one.leftAt == null && one.organization != null && (
              <Disclosure label={<Trans>Hədlər</Trans>}>
                <QuotaForm roundId={roundId} association={one} onSaved={onChanged} />
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const isCount = (text: string) => /^\d{0,5}$/.test(text);
const countOf = (text: string) => (text === '' ? null : Number(text));

function QuotaForm({
  roundId,
  association,
  onSaved,
}: {
  readonly roundId: string;
  readonly association: RoundAssociations_AssociationFragment;
  readonly onSaved: () => void;
}) {
  const { t } = useLingui();
  const [save, state] = useAction(BoundAssociation);
  const [isSaved, setSaved] = useState(false);
  const [mentees, setMentees] = useState(String(association.menteeQuota ?? ''));
  const [mentors, setMentors] = useState(String(association.mentorQuota ?? ''));
  const [reserve, setReserve] = useState(String(association.reservedPlaces));
  const submit = async () => {
    if (![mentees, mentors, reserve].every(isCount)) return;
    const input = {
      roundId,
      organizationId: association.organization?.id ?? '',
      menteeQuota: countOf(mentees),
      mentorQuota: countOf(mentors),
      reservedPlaces: countOf(reserve),
    };
    setSaved(false);
    if ((await save({ input })) === null) return;
    setSaved(true);
    onSaved();
  };
  const field = (name: string, label: string, value: string, onChange: (value: string) => void) => (
    <Field
      name={name}
      label={label}
      value={value}
      onChange={onChange}
      inputMode="numeric"
      error={isCount(value) ? null : <Trans>Ədəd yazın və ya boş saxlayın.</Trans>}
    />
  );
  return (
    <Form
      submit={<Trans>Yadda saxla</Trans>}
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
      {field('mentees', t`Ən çox neçə nəfərinə mentor tapılsın?`, mentees, setMentees)}
      {field('mentors', t`Mentorlarına ən çox neçə nəfər verilsin?`, mentors, setMentors)}
      {field('reserve', t`Mentorlarının neçə yeri boş saxlanılsın?`, reserve, setReserve)}
    </Form>
  );
}
