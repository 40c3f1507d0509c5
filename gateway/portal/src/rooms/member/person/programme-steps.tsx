import { useLingui } from '@lingui/react';
import { Trans, useLingui as useWords } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import type { Master2Area } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { areaTerms } from './person-terms.js';

const CompleteMaster1 = graphql(`
  mutation CompleteMaster1($input: CompleteMaster1Input!) @purpose(is: "none") {
    completeMaster1(input: $input) {
      ... on Master1Completion {
        id
        master1 {
          status
          score
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const AdmitToMaster2 = graphql(`
  mutation AdmitToMaster2($input: AdmitToMaster2Input!) @purpose(is: "none") {
    admitToMaster2(input: $input) {
      ... on Master2Admission {
        id
        master2 {
          area
          status
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface StepProps {
  /** The person’s id. */
  readonly person: string;
  readonly onDone: () => void;
}

/** Ends somebody's Master 1 with a score, which decides on the certificate. */
export function CompleteStage({ person, onDone }: StepProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [score, setScore] = useState('');
  const [isTried, setTried] = useState(false);
  const [complete, state, clear] = useAction(CompleteMaster1);
  const points = /^\d{1,3}$/.test(score.trim()) ? Number(score) : null;
  const isScore = points !== null && points <= 100;
  const submit = async () => {
    setTried(true);
    if (!isScore) return;
    if ((await complete({ input: { volunteerId: person, score: points } })) === null) return;
    setOpen(false);
    onDone();
  };
  const open = () => {
    clear();
    setOpen(true);
  };
  return (
    <>
      <Button variant="secondary" onPress={open}>
        <Trans>Master 1-i tamamla</Trans>
      </Button>
      <Dialog title={<Trans>Master 1-i tamamlayın</Trans>} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Form submit={<Trans>Tamamla</Trans>} state={state} onSubmit={() => void submit()}>
          <p>
            <Trans>Sertifikatı bal müəyyən edir. Bunu geri qaytarmaq olmur.</Trans>
          </p>
          <Field
            label={<Trans>Bal</Trans>}
            hint={<Trans>0-dan 100-dək</Trans>}
            error={isTried && !isScore && t`0-dan 100-dək tam ədəd yazın.`}
            name="score"
            inputMode="numeric"
            value={score}
            onChange={setScore}
            isRequired
          />
        </Form>
      </Dialog>
    </>
  );
}

/** Lets somebody with a certificate of Master 1 into Master 2. */
export function AdmitToStage({ person, onDone }: StepProps) {
  const { i18n } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const [area, setArea] = useState<Master2Area>('ADMINISTRATIVE');
  const [admit, state, clear] = useAction(AdmitToMaster2);
  const submit = async () => {
    if ((await admit({ input: { volunteerId: person, area } })) === null) return;
    setOpen(false);
    onDone();
  };
  const open = () => {
    clear();
    setOpen(true);
  };
  return (
    <>
      <Button variant="secondary" onPress={open}>
        <Trans>Master 2-yə qəbul et</Trans>
      </Button>
      <Dialog title={<Trans>Master 2-yə qəbul edin</Trans>} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Form submit={<Trans>Qəbul et</Trans>} state={state} onSubmit={() => void submit()}>
          <Select
            label={<Trans>Hansı sahə üzrə</Trans>}
            value={area}
            onChange={setArea}
            options={(Object.keys(areaTerms) as Master2Area[]).map((value) => ({
              value,
              text: i18n._(areaTerms[value]),
            }))}
          />
        </Form>
      </Dialog>
    </>
  );
}
