import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Button } from '../../../design/base/button.js';
import { FileButton } from '../../../design/form/file-button.js';
import { Field } from '../../../design/form/field.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { graphql } from '../../../generated/gql.js';
import { type OfficeKey, type Verdict, verifyStatement } from './statement.rule.js';
import { VerdictNotice } from './verdict-notice.js';

const VerifyPage = graphql(`
  query VerifyPage @purpose(is: "none") {
    signingKeys {
      kid
      publicKey
      since
      retiredAt
    }
  }
`);

/** Where anybody verifies a receipt, with nothing but the keys of the office. */
export const page = definePage({
  document: VerifyPage,
  title: msg`Qəbzi yoxla`,
  Component: function Verify({ answer }) {
    const keys = sectionOf<typeof answer.data.signingKeys>(answer, ['signingKeys']);
    return (
      <div className="grid max-w-2xl gap-6">
        <header className="grid gap-3">
          <h1>
            <Trans>Qəbzi yoxlayın</Trans>
          </h1>
          <p className="text-lg">
            <Trans>
              İcazə verəndə və geri götürəndə Birliyin ofisi imzalı qəbz verir. Burada onun həqiqi olub-olmadığı
              bilinir. Qəbz bu cihazda yoxlanılır, heç yerə göndərilmir.
            </Trans>
          </p>
        </header>
        {keys.kind === 'data' ? (
          <ReceiptForm keys={keys.value.map((key) => ({ ...key, retiredAt: key.retiredAt ?? null }))} />
        ) : (
          <Unreachable member={<Trans>Birliyin ofisi</Trans>} onRetry={answer.reload} />
        )}
      </div>
    );
  },
});

function ReceiptForm({ keys }: { keys: readonly OfficeKey[] }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const verify = async (statement: string) => setVerdict(await verifyStatement(statement, keys));
  const open = async (file: File) => {
    const content = await file.text();
    setText(content);
    await verify(content);
  };
  return (
    <>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void verify(text);
        }}
      >
        <div>
          <FileButton accept=".jwt,.txt,text/plain" onChoose={(file) => void open(file)}>
            <Trans>Qəbzin faylını seç</Trans>
          </FileButton>
        </div>
        <Field
          label={t`Və ya qəbzin mətni`}
          hint={t`Nöqtə ilə ayrılmış üç hissəli uzun mətn.`}
          name="receipt"
          value={text}
          onChange={(value) => {
            setText(value);
            setVerdict(null);
          }}
          lines={5}
        />
        <div>
          <Button type="submit">
            <Trans>Yoxla</Trans>
          </Button>
        </div>
      </form>
      <div role="status">{verdict !== null && <VerdictNotice verdict={verdict} />}</div>
    </>
  );
}
