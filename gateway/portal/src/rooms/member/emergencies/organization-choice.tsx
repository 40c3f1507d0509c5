import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { Field } from '../../../design/form/field.js';
import { graphql } from '../../../generated/gql.js';
import { definePart } from '../../../page/part.js';

/** An organisation that was chosen. */
export interface ChosenOrganization {
  readonly id: string;
  readonly name: string;
}

const FindOrganizations = graphql(`
  query FindOrganizations($text: String!) @purpose(is: "none") {
    organizations(text: $text, first: 8) {
      nodes {
        id
        name
      }
    }
  }
`);

interface FoundProps {
  readonly text: string;
  readonly chosen: readonly ChosenOrganization[];
  readonly onChoose: (organization: ChosenOrganization) => void;
}

const Found = definePart({
  document: FindOrganizations,
  variables: ({ text }: FoundProps) => ({ text }),
  Component: function FoundOrganizations({ answer, chosen, onChoose }) {
    const found = (answer.data.organizations?.nodes ?? []).filter(({ id }) => chosen.every((one) => one.id !== id));
    if (found.length === 0)
      return (
        <p className="text-soft">
          <Trans>Belə təşkilat tapılmadı.</Trans>
        </p>
      );
    return (
      <ul className="grid gap-1">
        {found.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3">
            {name}
            <Button variant="secondary" onPress={() => onChoose({ id, name: name ?? '' })}>
              <Trans>Əlavə et</Trans>
              <span className="sr-only">: {name}</span>
            </Button>
          </li>
        ))}
      </ul>
    );
  },
});

interface OrganizationChoiceProps {
  readonly chosen: readonly ChosenOrganization[];
  readonly onChange: (chosen: readonly ChosenOrganization[]) => void;
}

/** Several organisations, found by their names. */
export function OrganizationChoice({ chosen, onChange }: OrganizationChoiceProps) {
  const [text, setText] = useState('');
  const words = text.trim();
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">
        <Trans>Bütün üzvləri təhlükədə olan təşkilatlar</Trans>
      </legend>
      {chosen.length > 0 && (
        <ul className="grid gap-1">
          {chosen.map(({ id, name }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 rounded-lg bg-sunken px-3">
              {name}
              <Button variant="quiet" onPress={() => onChange(chosen.filter((one) => one.id !== id))}>
                <Trans>Çıxar</Trans>
                <span className="sr-only">: {name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Field
        label={<Trans>Təşkilatın adı ilə tap</Trans>}
        name="organization-text"
        type="search"
        maxLength={100}
        value={text}
        onChange={setText}
      />
      {words.length >= 2 && (
        <Found
          text={words}
          chosen={chosen}
          onChoose={(organization) => {
            onChange([...chosen, organization]);
            setText('');
          }}
        />
      )}
    </fieldset>
  );
}
