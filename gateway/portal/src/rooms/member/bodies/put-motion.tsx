import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import type { GovernanceMajority } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { majorityTerms } from '../../_shared/bodies/body-terms.js';

const PutGovernanceMotion = graphql(`
  mutation PutGovernanceMotion($input: PutGovernanceMotionInput!) @purpose(is: "none") {
    putGovernanceMotion(input: $input) {
      ... on GovernanceMotion {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const majorities = Object.keys(majorityTerms) as readonly GovernanceMajority[];

/** Puts a motion on the agenda. */
export function PutMotion({ meetingId, onDone }: { readonly meetingId: string; readonly onDone: () => void }) {
  const { i18n } = useLingui();
  const [put, state] = useAction(PutGovernanceMotion);
  const [text, setText] = useState('');
  const [majority, setMajority] = useState<GovernanceMajority>('SIMPLE');
  const submit = async () => {
    if ((await put({ input: { meetingId, text, majority } })) === null) return;
    setText('');
    onDone();
  };
  return (
    <Disclosure label={<Trans>Gündəliyə təklif sal</Trans>}>
      <Form submit={<Trans>Təklifi sal</Trans>} state={state} onSubmit={() => void submit()}>
        <Field
          label={<Trans>Nə qərara alınsın?</Trans>}
          name="text"
          lines={3}
          maxLength={4000}
          value={text}
          onChange={setText}
          isRequired
        />
        <Select
          label={<Trans>Nə qədər səs lazımdır?</Trans>}
          value={majority}
          onChange={setMajority}
          options={majorities.map((value) => ({ value, text: i18n._(majorityTerms[value]) }))}
        />
      </Form>
    </Disclosure>
  );
}
