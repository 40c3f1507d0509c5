import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { forgetAnswers } from '../../../data/client.js';
import { Button } from '../../../design/base/button.js';
import { Form } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { isWholeName, NameFields, nameInput, type WrittenName } from '../coming-in/name-fields.js';
import { FactsCard } from './facts-card.js';
import { SavedWord } from './saved-word.js';

const NameCardPerson = graphql(`
  fragment NameCard_person on Volunteer {
    id
    name
    contact {
      givenName
      familyName
      patronymic
    }
    formerNames {
      givenName
      familyName
      patronymic
      until
    }
  }
`);

const ChangeName = graphql(`
  mutation ChangeName($input: ChangeNameInput!) @purpose(is: "none") {
    changeName(input: $input) {
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

interface NameCardProps {
  readonly person: FragmentType<typeof NameCardPerson>;
  readonly onChanged: () => void;
}

/** The name, those before it, and a new one. */
export function NameCard({ person, onChanged }: NameCardProps) {
  const { name, contact, formerNames } = readFragment(NameCardPerson, person);
  const [isOpen, setOpen] = useState(false);
  const [isSaved, setSaved] = useState(false);
  return (
    <FactsCard id="name" title={<Trans>Ad</Trans>}>
      <p className="text-lg">{name}</p>
      {formerNames != null && formerNames.length > 0 && <FormerNames names={formerNames} />}
      {isOpen ? (
        <NameForm
          name={{
            givenName: contact?.givenName ?? '',
            familyName: contact?.familyName ?? '',
            patronymic: contact?.patronymic ?? '',
          }}
          onCancel={() => setOpen(false)}
          onSaved={() => {
            setOpen(false);
            setSaved(true);
            onChanged();
          }}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            variant="secondary"
            onPress={() => {
              setOpen(true);
              setSaved(false);
            }}
          >
            <Trans>Adımı dəyiş</Trans>
          </Button>
          <SavedWord isSaved={isSaved} />
        </div>
      )}
    </FactsCard>
  );
}

interface FormerName {
  readonly givenName: string;
  readonly familyName: string;
  readonly patronymic?: string | null;
  readonly until: string;
}

function FormerNames({ names }: { names: readonly FormerName[] }) {
  return (
    <div className="text-soft">
      <h3>
        <Trans>Əvvəlki adlar (yalnız siz görürsünüz)</Trans>
      </h3>
      <ul>
        {names.map(({ givenName, familyName, patronymic, until }) => {
          const full = [givenName, patronymic, familyName].filter(Boolean).join(' ');
          const day = formatMoment(until);
          return (
            <li key={until}>
              <Trans>
                {full}, {day} tarixinə qədər
              </Trans>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface NameFormProps {
  /** The name as it is. */
  readonly name: WrittenName;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

function NameForm({ name, onSaved, onCancel }: NameFormProps) {
  const [change, state] = useAction(ChangeName);
  const [written, setWritten] = useState(name);
  const [isChecked, setChecked] = useState(false);
  const submit = async () => {
    setChecked(true);
    if (!isWholeName(written)) return;
    if ((await change({ input: nameInput(written) })) === null) return;
    onSaved();
    // The frame has the name too.
    forgetAnswers();
  };
  return (
    <Form
      submit={<Trans>Yadda saxla</Trans>}
      state={state}
      onSubmit={() => void submit()}
      aside={
        <Button variant="quiet" onPress={onCancel}>
          <Trans>Ləğv et</Trans>
        </Button>
      }
    >
      <NameFields value={written} onChange={setWritten} isChecked={isChecked} />
    </Form>
  );
}
