import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';

const RaiseConcern = graphql(`
  mutation RaiseMentoringConcern($input: RaiseMentoringConcernInput!) @purpose(is: "none") {
    raiseMentoringConcern(input: $input) {
      ... on MentoringConcern {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Tells who protects people what worries the person; the other one of the two is told nothing. */
export function ConcernButton({ mentorshipId }: { readonly mentorshipId: string }) {
  const [raise, state, clear] = useAction(RaiseConcern);
  const [isOpen, setOpen] = useState(false);
  const [isRaised, setRaised] = useState(false);
  const [text, setText] = useState('');
  const close = () => setOpen(false);
  const submit = async () => {
    if ((await raise({ input: { mentorshipId, text: text.trim() } })) === null) return;
    setRaised(true);
    setText('');
    close();
  };
  return (
    <>
      <Button
        variant="quiet"
        onPress={() => {
          clear();
          setOpen(true);
        }}
      >
        <Trans>Narahatlığı bildir</Trans>
      </Button>
      {isRaised && (
        <p role="status">
          <Trans>Bildirdiniz. Bunu yalnız birliyin mühafizə məsulu oxuyur.</Trans>
        </p>
      )}
      <Dialog title={<Trans>Sizi nə narahat edir?</Trans>} isOpen={isOpen} onClose={close}>
        <p>
          <Trans>Yazdığınızı yalnız birliyin mühafizə məsulu oxuyur. O biri tərəfə heç nə deyilmir.</Trans>
        </p>
        <Form
          submit={<Trans>Bildir</Trans>}
          state={state}
          onSubmit={() => void submit()}
          aside={
            <Button variant="quiet" onPress={close}>
              <Trans>Ləğv et</Trans>
            </Button>
          }
        >
          <Field
            label={<Trans>Nə baş verib?</Trans>}
            name="text"
            lines={5}
            maxLength={4000}
            value={text}
            onChange={setText}
            isRequired
          />
        </Form>
      </Dialog>
    </>
  );
}
