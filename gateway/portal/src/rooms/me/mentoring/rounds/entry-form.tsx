import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../../data/action.js';
import { Form } from '../../../../design/form/form.js';
import type { MatchingRole, MentoringFormat } from '../../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../../generated/fragment-masking.js';
import { graphql } from '../../../../generated/gql.js';
import { fieldTerms, goalTerms } from '../../../../language/mentoring-terms.js';
import { LanguageChoice } from '../../facts/language-choice.js';
import { Choices } from '../choices.js';
import { formatTerms } from '../mentoring-terms.js';

const EntryFormEntry = graphql(`
  fragment EntryForm_entry on MatchingEntry {
    id
    goals
    fieldCodes
    languages
    formats
  }
`);

const EnterRound = graphql(`
  mutation EnterMatchingRound($input: EnterMatchingRoundInput!) @purpose(is: "none") {
    enterMatchingRound(input: $input) {
      ... on MatchingEntry {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface EntryFormProps {
  readonly roundId: string;
  readonly role: MatchingRole;
  /** What was entered before; null for the first time. */
  readonly entry: FragmentType<typeof EntryFormEntry> | null;
  readonly onSaved: () => void;
}

/** What a person wants of a round. */
export function EntryForm({ roundId, role, onSaved, ...props }: EntryFormProps) {
  const entry = readFragment(EntryFormEntry, props.entry);
  const [enter, state] = useAction(EnterRound);
  const [goals, setGoals] = useState<readonly string[]>(entry?.goals ?? []);
  const [fields, setFields] = useState<readonly string[]>(entry?.fieldCodes ?? []);
  const [languages, setLanguages] = useState<readonly string[]>(entry?.languages ?? ['az']);
  const [formats, setFormats] = useState<readonly MentoringFormat[]>(entry?.formats ?? ['THREE_MONTHS']);
  const submit = async () => {
    const input = {
      roundId,
      role,
      goals: [...goals],
      fieldCodes: [...fields],
      languages: [...languages],
      formats: [...formats],
    };
    if ((await enter({ input })) !== null) onSaved();
  };
  return (
    <Form
      submit={entry === null ? <Trans>Raunda yazıl</Trans> : <Trans>Yadda saxla</Trans>}
      state={state}
      onSubmit={() => void submit()}
    >
      <Choices
        legend={role === 'MENTOR' ? <Trans>Nədə kömək edirsiniz?</Trans> : <Trans>Nədə kömək istəyirsiniz?</Trans>}
        terms={goalTerms}
        value={goals}
        onChange={setGoals}
      />
      <Choices legend={<Trans>Hansı sahədə?</Trans>} terms={fieldTerms} value={fields} onChange={setFields} />
      <LanguageChoice value={languages} onChange={setLanguages} />
      <Choices
        legend={<Trans>Nə qədər müddətə?</Trans>}
        terms={formatTerms}
        value={formats}
        onChange={(chosen) => setFormats(chosen as readonly MentoringFormat[])}
      />
    </Form>
  );
}
