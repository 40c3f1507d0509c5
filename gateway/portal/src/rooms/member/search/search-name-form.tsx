import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import { filterOf, type Wanted } from './search-address.js';

const SaveSearch = graphql(`
  mutation SaveSearch($input: SaveSearchInput!) @purpose(is: "none") {
    saveSearch(input: $input) {
      ... on SavedSearch {
        ...SavedSearches_search
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const RenameSavedSearch = graphql(`
  mutation RenameSavedSearch($id: ID!, $name: String!) @purpose(is: "none") {
    renameSavedSearch(id: $id, name: $name) {
      ... on SavedSearch {
        ...SavedSearches_search
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface SearchNameFormProps {
  /** The saved search that gets another name, or a new one. */
  readonly of: { readonly id: string; readonly name: string } | 'new';
  /** What a new one looks for. */
  readonly wanted: Wanted;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** What a search is called. */
export function SearchNameForm({ of, wanted, onDone, onCancel }: SearchNameFormProps) {
  const [name, setName] = useState(of === 'new' ? '' : of.name);
  const [save, saving] = useAction(SaveSearch);
  const [rename, renaming] = useAction(RenameSavedSearch);
  const submit = async () => {
    const done =
      of === 'new'
        ? await save({ input: { name, filter: filterOf(wanted), sort: wanted.sort } })
        : await rename({ id: of.id, name });
    if (done !== null) onDone();
  };
  return (
    <Form
      submit={<Trans>Yadda saxla</Trans>}
      state={of === 'new' ? saving : renaming}
      onSubmit={() => void submit()}
      aside={
        <Button variant="quiet" onPress={onCancel}>
          <Trans>Ləğv et</Trans>
        </Button>
      }
    >
      <Field
        label={<Trans>Axtarışın adı</Trans>}
        hint={<Trans>Yalnız siz görürsünüz. Ada kiminsə adını yazmayın.</Trans>}
        name="name"
        value={name}
        onChange={setName}
        maxLength={100}
        isRequired
      />
    </Form>
  );
}
