import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Form } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { graphql } from '../../../generated/gql.js';
import type { AcceptInvitationMutation } from '../../../generated/graphql.js';
import { defineStaticPage } from '../../../page/page.js';
import { useViewer } from '../../../viewer/viewer.js';
import { roleTerms } from '../me-terms.js';
import { CodeField } from './code-field.js';
import { ComeInFirst } from '../../../viewer/come-in-first.js';

const AcceptInvitation = graphql(`
  mutation AcceptInvitation($code: String!) @purpose(is: "none") {
    acceptInvitation(code: $code) {
      ... on Acceptance {
        isRecordClaimed
        role
        organization {
          id
          name
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

type Acceptance = Extract<AcceptInvitationMutation['acceptInvitation'], { __typename?: 'Acceptance' }>;

/**
 * Where a person writes the code that an organisation handed out. An invitation may name a record or not; one field takes both, since
 * nobody knows which kind of code they hold.
 */
export const page = defineStaticPage(msg`Kodum var`, function Claim() {
  const viewer = useViewer();
  const [accepted, setAccepted] = useState<Acceptance | null>(null);
  if (viewer.kind !== 'person') return <ComeInFirst onRetry={() => location.reload()} />;
  return (
    <div className="grid max-w-xl gap-6">
      <header className="grid gap-2">
        <h1>
          <Trans>Təşkilatın verdiyi kod</Trans>
        </h1>
        <p className="text-soft">
          <Trans>
            Universitet, ASAN Məktəb və ya könüllü təşkilatı sizə kod veribsə, burada yazın: onların sizdən saxladığı
            qeyd səhifənizə qoşulur, üzvlüyünüz başlayır.
          </Trans>
        </p>
      </header>
      {accepted === null ? (
        <ClaimForm onAccepted={setAccepted} />
      ) : (
        <Accepted acceptance={accepted} onAgain={() => setAccepted(null)} />
      )}
    </div>
  );
});

function ClaimForm({ onAccepted }: { onAccepted: (acceptance: Acceptance) => void }) {
  const [accept, state] = useAction(AcceptInvitation);
  const [code, setCode] = useState('');
  const [isChecked, setChecked] = useState(false);
  const submit = async () => {
    setChecked(true);
    if (code.trim() === '') return;
    const data = await accept({ code });
    if (data?.acceptInvitation.__typename === 'Acceptance') onAccepted(data.acceptInvitation);
  };
  return (
    <Form submit={<Trans>Kodu yoxla</Trans>} state={state} onSubmit={() => void submit()}>
      <CodeField
        label={<Trans>Kod</Trans>}
        hint={<Trans>Böyük-kiçik hərfin, boşluqların və tirelərin fərqi yoxdur.</Trans>}
        value={code}
        onChange={setCode}
        error={isChecked && code.trim() === '' && <Trans>Kodu yazın.</Trans>}
      />
    </Form>
  );
}

function Accepted({ acceptance, onAgain }: { acceptance: Acceptance; onAgain: () => void }) {
  const { i18n } = useLingui();
  const organization = acceptance.organization?.name ?? '';
  const role = acceptance.role === null ? '' : i18n._(roleTerms[acceptance.role]);
  return (
    <Notice tone="success" role="status" title={<Trans>Alındı: {organization}</Trans>}>
      {role !== '' && (
        <p>
          <Trans>Bu təşkilatda rolunuz: {role}.</Trans>
        </p>
      )}
      {acceptance.isRecordClaimed && (
        <p>
          <Trans>Təşkilatın saxladığı qeyd indi sizin səhifənizdədir.</Trans>
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <ButtonLink to="/me">
          <Trans>Səhifəmə bax</Trans>
        </ButtonLink>
        <Button variant="quiet" onPress={onAgain}>
          <Trans>Daha bir kod yaz</Trans>
        </Button>
      </div>
    </Notice>
  );
}
