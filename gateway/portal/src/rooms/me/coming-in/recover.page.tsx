import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { defineStaticPage } from '../../../page/page.js';
import { useViewer } from '../../../viewer/viewer.js';
import { CodeField } from './code-field.js';
import { ComeInFirst } from '../../../viewer/come-in-first.js';

const RecoverAccount = graphql(`
  mutation RecoverAccount($email: String!) @purpose(is: "none") {
    recoverAccount(input: { email: $email }) {
      ... on RecoveryCode {
        endsAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const ConfirmRecovery = graphql(`
  mutation ConfirmRecovery($code: String!) @purpose(is: "none") {
    confirmRecovery(code: $code) {
      ... on ConfirmedRecovery {
        takesEffectAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** The way back to an account that somebody had by another sign-in. */
export const page = defineStaticPage(msg`Hesabın bərpası`, function Recover() {
  const viewer = useViewer();
  const [endsAt, setEndsAt] = useState<string | null>(null);
  if (viewer.kind === 'anybody' || viewer.kind === 'staff') return <ComeInFirst onRetry={() => {}} />;
  return (
    <div className="grid max-w-xl gap-6">
      <header className="grid gap-2">
        <h1>
          <Trans>Hesabımı bərpa et</Trans>
        </h1>
        <p className="text-soft">
          <Trans>
            Hesabınızda təsdiqlədiyiniz e-poçt ünvanına kod göndəririk. Yaşınız 18-dən azdırsa, Birliyin ofisinə yazın.
          </Trans>
        </p>
      </header>
      {viewer.kind === 'person' ? (
        <Notice tone="info" title={<Trans>Sizin artıq hesabınız var.</Trans>} />
      ) : endsAt === null ? (
        <AskForCode onSent={setEndsAt} />
      ) : (
        <EnterCode endsAt={endsAt} onAgain={() => setEndsAt(null)} />
      )}
    </div>
  );
});

function AskForCode({ onSent }: { onSent: (endsAt: string) => void }) {
  const [recover, state] = useAction(RecoverAccount);
  const [email, setEmail] = useState('');
  const [isChecked, setChecked] = useState(false);
  const submit = async () => {
    setChecked(true);
    if (email.trim() === '') return;
    const data = await recover({ email: email.trim() });
    if (data?.recoverAccount.__typename === 'RecoveryCode') onSent(data.recoverAccount.endsAt);
  };
  return (
    <Form submit={<Trans>Kodu göndər</Trans>} state={state} onSubmit={() => void submit()}>
      <Field
        label={<Trans>E-poçt</Trans>}
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

function EnterCode({ endsAt, onAgain }: { endsAt: string; onAgain: () => void }) {
  const [confirm, state] = useAction(ConfirmRecovery);
  const [code, setCode] = useState('');
  const [takesEffectAt, setTakesEffectAt] = useState<string | null>(null);
  const until = formatMoment(endsAt, { time: true });
  if (takesEffectAt !== null) {
    const from = formatMoment(takesEffectAt, { time: true });
    return (
      <Notice tone="success" role="status" title={<Trans>Kod doğrudur. Hesab {from} tarixindən sizindir.</Trans>}>
        <p>
          <Trans>O vaxta qədər hesabın sahibinə xəbər verilir və o, etiraz edə bilər. Sonra yenidən daxil olun.</Trans>
        </p>
      </Notice>
    );
  }
  const submit = async () => {
    if (code.trim() === '') return;
    const data = await confirm({ code });
    if (data?.confirmRecovery.__typename === 'ConfirmedRecovery') setTakesEffectAt(data.confirmRecovery.takesEffectAt);
  };
  return (
    <Form
      submit={<Trans>Təsdiq et</Trans>}
      state={state}
      onSubmit={() => void submit()}
      aside={
        <Button variant="quiet" onPress={onAgain}>
          <Trans>Başqa ünvan yaz</Trans>
        </Button>
      }
    >
      <Notice
        tone="info"
        role="status"
        title={<Trans>Bu ünvan hesabda varsa, kod göndərildi. Kod {until} tarixinə qədər keçərlidir.</Trans>}
      />
      <CodeField label={<Trans>E-poçta gələn kod</Trans>} value={code} onChange={setCode} />
    </Form>
  );
}
