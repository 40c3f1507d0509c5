import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { Tag } from '../../../design/base/tag.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry } from '../../../language/format.js';
import { fieldTerms, goalTerms } from '../../../language/mentoring-terms.js';
import { spokenLanguageTerms } from '../language-terms.js';
import { formatTerms } from './mentoring-terms.js';
import { RequestMentorship } from './request-mentorship.js';

const MentorCardCard = graphql(`
  fragment MentorCard_card on MentorCard {
    id
    goals
    fieldCodes
    languages
    formats
    isApproved
    country {
      code
    }
  }
`);

interface MentorCardProps {
  readonly card: FragmentType<typeof MentorCardCard>;
  /** Why it is suggested. @default it is not */
  readonly reason?: ReactNode;
}

/** A mentor without a name, and the way to ask them. */
export function MentorCard({ card, reason }: MentorCardProps) {
  const { i18n, t } = useLingui();
  const navigate = useNavigate();
  const { id, goals, fieldCodes, languages, formats, isApproved, country } = readFragment(MentorCardCard, card);
  const [ask, state, clear] = useAction(RequestMentorship);
  const [isOpen, setOpen] = useState(false);
  const [message, setMessage] = useState('');
  const [format, setFormat] = useState(formats[0] ?? 'TWELVE_MONTHS');
  const wordsOf = (keys: readonly string[], terms: Readonly<Record<string, (typeof goalTerms)[string]>>) =>
    keys
      .map((key) => {
        const term = terms[key];
        return term === undefined ? key : i18n._(term);
      })
      .join(', ');
  const title = wordsOf(goals, goalTerms);
  const close = () => setOpen(false);
  const submit = async () => {
    const word = message.trim();
    if ((await ask({ input: { cardId: id, format, message: word === '' ? null : word } })) === null) return;
    void navigate({ to: '/me/mentoring' });
  };
  return (
    <li className="grid gap-2 rounded-xl border border-line bg-raised p-4">
      <h2 className="flex flex-wrap items-center gap-2 text-lg font-semibold first-letter:uppercase">
        {title}
        {isApproved && (
          <Tag tone="success">
            <Trans>birlik təsdiqləyib</Trans>
          </Tag>
        )}
      </h2>
      {reason !== undefined && <p className="font-semibold">{reason}</p>}
      <p>{wordsOf(fieldCodes, fieldTerms)}</p>
      <p className="text-soft">
        {[wordsOf(languages, spokenLanguageTerms), formats.map((one) => i18n._(formatTerms[one])).join(', ')].join(
          ' · ',
        )}
        {country != null && <> · {formatCountry(country.code)}</>}
      </p>
      <div>
        <Button
          aria-label={t`Xahiş et: ${title}`}
          onPress={() => {
            clear();
            setOpen(true);
          }}
        >
          <Trans>Xahiş et</Trans>
        </Button>
      </div>
      <Dialog title={<Trans>Mentordan xahiş</Trans>} isOpen={isOpen} onClose={close}>
        <p>
          <Trans>
            Mentor adınızı görmür, yalnız yazdığınızı oxuyur. Razılaşsa, bir-birinizin adını və əlaqəsini görəcəksiniz.
          </Trans>
        </p>
        <Form
          submit={<Trans>Xahişi göndər</Trans>}
          state={state}
          onSubmit={() => void submit()}
          aside={
            <Button variant="quiet" onPress={close}>
              <Trans>Ləğv et</Trans>
            </Button>
          }
        >
          <Select
            label={<Trans>Nə qədər?</Trans>}
            value={format}
            onChange={setFormat}
            options={formats.map((value) => ({ value, text: i18n._(formatTerms[value]) }))}
          />
          <Field
            label={<Trans>Mentora bir söz (istəyə görə)</Trans>}
            name="message"
            lines={4}
            maxLength={1000}
            value={message}
            onChange={setMessage}
          />
        </Form>
      </Dialog>
    </li>
  );
}
