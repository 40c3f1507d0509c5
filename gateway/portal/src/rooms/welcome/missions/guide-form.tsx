import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Form } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import { FourTextFields, noTexts } from './four-texts.js';

const WriteMissionGuide = graphql(`
  mutation WriteMissionGuide($input: MissionGuideInput!) @purpose(is: "none") {
    writeMissionGuide(input: $input) {
      ... on MissionGuide {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface GuideFormProps {
  /** The guide that is replaced; null for a new one. */
  readonly guideId: string | null;
  readonly onSaved: () => void;
}

/** A guide in all four languages, new or in the place of another one. */
export function GuideForm({ guideId, onSaved }: GuideFormProps) {
  const [write, state] = useAction(WriteMissionGuide);
  const [title, setTitle] = useState(noTexts);
  const [body, setBody] = useState(noTexts);
  const submit = async () => {
    if ((await write({ input: { guideId, title, body } })) === null) return;
    setTitle(noTexts);
    setBody(noTexts);
    onSaved();
  };
  return (
    <Form submit={<Trans>Dərc et</Trans>} state={state} onSubmit={() => void submit()}>
      <FourTextFields
        legend={<Trans>Nə haqqında</Trans>}
        name="title"
        value={title}
        onChange={setTitle}
        maxLength={300}
      />
      <FourTextFields
        legend={<Trans>Nə etməli?</Trans>}
        name="body"
        value={body}
        onChange={setBody}
        lines={4}
        maxLength={4000}
      />
    </Form>
  );
}
