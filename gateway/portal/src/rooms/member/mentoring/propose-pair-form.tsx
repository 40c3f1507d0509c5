import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { compareText, formatNumber } from '../../../language/format.js';

const ProposePairFormMentee = graphql(`
  fragment ProposePairForm_mentee on ListedVolunteer {
    volunteer {
      id
      name
    }
  }
`);

const ProposePairFormMentor = graphql(`
  fragment ProposePairForm_mentor on ListedVolunteer {
    volunteer {
      id
      name
      alumniProfile {
        id
        mentor {
          id
          activeMentorships
          capacity
        }
      }
    }
  }
`);

const ProposeMentorship = graphql(`
  mutation ProposeMentorship($input: ProposeMentorshipInput!) @purpose(is: "mentoring") {
    proposeMentorship(input: $input) {
      ... on Mentorship {
        id
        status
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface ProposePairFormProps {
  readonly mentees: readonly FragmentType<typeof ProposePairFormMentee>[];
  readonly mentors: readonly FragmentType<typeof ProposePairFormMentor>[];
  readonly onProposed: () => void;
}

/** Who could accompany whom. */
export function ProposePairForm({ onProposed, ...props }: ProposePairFormProps) {
  const { t } = useLingui();
  const mentees = readFragment(ProposePairFormMentee, props.mentees).flatMap(({ volunteer }) => volunteer ?? []);
  const mentors = readFragment(ProposePairFormMentor, props.mentors).flatMap(({ volunteer }) => volunteer ?? []);
  const [propose, state] = useAction(ProposeMentorship);
  const [menteeId, setMentee] = useState('');
  const [mentorId, setMentor] = useState('');
  const [isSent, setSent] = useState(false);
  const nameOf = ({ name }: { readonly name?: string | null }) => name ?? t`adı paylaşılmayıb`;
  const submit = async () => {
    setSent(false);
    if (menteeId === '' || mentorId === '') return;
    if ((await propose({ input: { menteeId, mentorId } })) === null) return;
    setSent(true);
    setMentee('');
    setMentor('');
    onProposed();
  };
  const choose = (text: string) => ({ value: '', text });
  return (
    <Form
      submit={<Trans>Hər ikisinə təklif et</Trans>}
      state={state}
      onSubmit={() => void submit()}
      aside={
        isSent && (
          <span role="status">
            <Trans>Təklif göndərildi: hər ikisinə xəbər verildi.</Trans>
          </span>
        )
      }
    >
      <Select
        label={<Trans>Tələbə və ya məzun</Trans>}
        value={menteeId}
        onChange={setMentee}
        options={[
          choose(t`Şəxsi seçin`),
          ...mentees
            .map((one) => ({ value: one.id, text: nameOf(one) }))
            .toSorted((one, other) => compareText(one.text, other.text)),
        ]}
      />
      <Select
        label={<Trans>Mentor</Trans>}
        hint={<Trans>Adın yanında tutulan yerlər</Trans>}
        value={mentorId}
        onChange={setMentor}
        options={[
          choose(t`Mentoru seçin`),
          ...mentors
            .map((one) => {
              const offer = one.alumniProfile?.mentor;
              const places =
                offer == null ? '' : ` (${formatNumber(offer.activeMentorships)} / ${formatNumber(offer.capacity)})`;
              return { value: one.id, text: nameOf(one) + places };
            })
            .toSorted((one, other) => compareText(one.text, other.text)),
        ]}
      />
    </Form>
  );
}
