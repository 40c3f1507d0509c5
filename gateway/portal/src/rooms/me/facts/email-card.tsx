import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { EmailText } from '../../../design/base/email-text.js';
import { Tag } from '../../../design/base/tag.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { CodeField } from '../coming-in/code-field.js';
import { FactsCard } from './facts-card.js';

const ChangeEmail = graphql(`
  mutation ChangeEmail($email: String!) @purpose(is: "none") {
    changeEmail(input: { email: $email }) {
      ... on EmailChange {
        endsAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const ConfirmEmail = graphql(`
  mutation ConfirmEmail($code: String!) @purpose(is: "none") {
    confirmEmail(code: $code) {
      ... on OwnFactsChange {
        changedAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface EmailCardProps {
  readonly email: string | null;
  readonly confirmedAt: string | null;
  readonly onChanged: () => void;
}

/** A code that is on its way to an address. */
interface SentCode {
  readonly email: string;
  readonly endsAt: string;
}

/** The e-mail address: it is the person’s once they have the code that was sent there. */
export function EmailCard({ email, confirmedAt, onChanged }: EmailCardProps) {
  const isConfirmed = confirmedAt !== null;
  const [isOpen, setOpen] = useState(!isConfirmed);
  const [sent, setSent] = useState<SentCode | null>(null);
  const done = () => {
    setSent(null);
    setOpen(false);
    onChanged();
  };
  return (
    <FactsCard
      id="email"
      title={<Trans>E-poçt</Trans>}
      about={<Trans>Xəbərlər bu ünvana gəlir. Girişiniz itsə, hesabınız onunla bərpa olunur.</Trans>}
    >
      {email !== null && (
        <p className="flex flex-wrap items-center gap-2" role="status">
          <span className="text-lg">
            <EmailText email={email} />
          </span>
          {isConfirmed ? (
            <Tag tone="success">
              <Trans>təsdiqlənib</Trans>
            </Tag>
          ) : (
            <Tag tone="warning">
              <Trans>təsdiqlənməyib</Trans>
            </Tag>
          )}
        </p>
      )}
      {sent !== null ? (
        <EnterCode sent={sent} onDone={done} onAgain={() => setSent(null)} />
      ) : isOpen ? (
        <AskForCode startWith={isConfirmed ? '' : (email ?? '')} onSent={setSent} />
      ) : (
        <p>
          <Button variant="secondary" onPress={() => setOpen(true)}>
            <Trans>Ünvanı dəyiş</Trans>
          </Button>
        </p>
      )}
    </FactsCard>
  );
}

function AskForCode({ startWith, onSent }: { startWith: string; onSent: (sent: SentCode) => void }) {
  const [change, state] = useAction(ChangeEmail);
  const [email, setEmail] = useState(startWith);
  const [isChecked, setChecked] = useState(false);
  const submit = async () => {
    setChecked(true);
    const address = email.trim();
    if (address === '') return;
    const data = await change({ email: address });
    if (data?.changeEmail.__typename === 'EmailChange') onSent({ email: address, endsAt: data.changeEmail.endsAt });
  };
  return (
    <Form submit={<Trans>Kodu göndər</Trans>} state={state} onSubmit={() => void submit()}>
      <Field
        label={<Trans>Ünvan</Trans>}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        isRequired
        value={email}
        onChange={setEmail}
        error={isChecked && email.trim() === '' && <Trans>E-poçt ünvanını yazın.</Trans>}
      />
    </Form>
  );
}

function EnterCode({ sent, onDone, onAgain }: { sent: SentCode; onDone: () => void; onAgain: () => void }) {
  const [confirm, state] = useAction(ConfirmEmail);
  const [code, setCode] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { email } = sent;
  const until = formatMoment(sent.endsAt, { time: true });
  const submit = async () => {
    setChecked(true);
    if (code.trim() !== '' && (await confirm({ code })) !== null) onDone();
  };
  return (
    <Form
      submit={<Trans>Təsdiqlə</Trans>}
      state={state}
      onSubmit={() => void submit()}
      aside={
        <Button variant="quiet" onPress={onAgain}>
          <Trans>Başqa ünvan yaz</Trans>
        </Button>
      }
    >
      <Notice tone="info" role="status" title={<Trans>Kod göndərildi.</Trans>}>
        <p>
          <EmailText email={email} />
        </p>
        <p>
          <Trans>Kod {until} tarixinə qədər keçərlidir. Məktub gəlməyibsə, spam qovluğuna baxın.</Trans>
        </p>
      </Notice>
      <CodeField
        label={<Trans>E-poçta gələn kod</Trans>}
        value={code}
        onChange={setCode}
        error={isChecked && code.trim() === '' && <Trans>Kodu yazın.</Trans>}
      />
    </Form>
  );
}
