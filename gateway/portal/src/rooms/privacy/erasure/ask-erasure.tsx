import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';

const RequestErasure = graphql(`
  mutation RequestErasure($ward: ID) @purpose(is: "none") {
    requestErasure(onBehalfOf: $ward) {
      __typename
      ... on ErasureRequest {
        ...ErasureOfPerson
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Asks for the erasure: what it means is to be confirmed, and a sign-in that is not fresh is made anew. */
export function AskErasure({ ward, onAsked }: { ward: string | null; onAsked: () => void }) {
  const { t } = useLingui();
  const [ask, state, clear] = useAction(RequestErasure);
  const [isOpen, setOpen] = useState(false);
  const [isUnderstood, setUnderstood] = useState(false);
  const close = () => {
    setOpen(false);
    clear();
  };
  const submit = async () => {
    if ((await ask({ ward })) === null) return;
    setOpen(false);
    onAsked();
  };
  return (
    <section className="grid max-w-3xl justify-items-start gap-3">
      <h2>
        <Trans>Silinməni istə</Trans>
      </h2>
      <p>
        <Trans>
          Əvvəlcə gözləmə müddəti var: o bitənədək fikrinizi dəyişə bilərsiniz. Lazımdırsa, əvvəl məlumatınızı endirin.
        </Trans>
      </p>
      <Button variant="danger" onPress={() => setOpen(true)}>
        <Trans>Məlumatımı sil</Trans>
      </Button>
      <Dialog title={t`Hər şey silinsin?`} isOpen={isOpen} onClose={close}>
        <p>
          <Trans>
            Gözləmə müddəti bitəndən sonra hesabınız, icazələriniz və üzvlərdəki qeydləriniz silinir. Bunu heç kim geri
            qaytara bilməz.
          </Trans>
        </p>
        <ProblemSummary state={state} />
        <Checkbox isSelected={isUnderstood} onChange={setUnderstood}>
          <Trans>Geri qaytarılmayacağını başa düşürəm</Trans>
        </Checkbox>
        <div className="flex flex-wrap gap-3">
          <Button variant="danger" isDisabled={!isUnderstood} isPending={state.running} onPress={() => void submit()}>
            <Trans>Silinməni istə</Trans>
          </Button>
          <Button variant="secondary" onPress={close}>
            <Trans>Saxla</Trans>
          </Button>
        </div>
      </Dialog>
    </section>
  );
}
