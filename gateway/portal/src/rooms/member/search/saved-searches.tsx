import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { SavedSearches_SearchFragment } from '../../../generated/graphql.js';
import { SearchNameForm } from './search-name-form.js';
import type { Wanted } from './search-address.js';

const SavedSearches_search = graphql(`
  fragment SavedSearches_search on SavedSearch {
    id
    name
    sort
    filter {
      facet
      values
    }
  }
`);

const DeleteSavedSearch = graphql(`
  mutation DeleteSavedSearch($id: ID!) @purpose(is: "none") {
    deleteSavedSearch(id: $id)
  }
`);

interface SavedSearchesProps {
  readonly searches: readonly FragmentType<typeof SavedSearches_search>[];
  /** What is looked for now. */
  readonly wanted: Wanted;
  readonly onLook: (wanted: Wanted) => void;
  readonly onChanged: () => void;
}

/** What the officer looks for again and again: looked for by one press, kept, called something else, forgotten. */
export function SavedSearches({ searches, wanted, onLook, onChanged }: SavedSearchesProps) {
  const [naming, setNaming] = useState<SavedSearches_SearchFragment | 'new' | null>(null);
  const [forget, state] = useAction(DeleteSavedSearch);
  const saved = readFragment(SavedSearches_search, searches);
  const remove = async (id: string) => {
    if ((await forget({ id })) !== null) onChanged();
  };
  const done = () => {
    setNaming(null);
    onChanged();
  };
  const isSomethingWanted = Object.keys(wanted.values).length > 0;
  if (saved.length === 0 && !isSomethingWanted) return null;
  return (
    <section aria-labelledby="saved-searches" className="no-print grid gap-2">
      <h2 id="saved-searches">
        <Trans>Saxlanmış axtarışlar</Trans>
      </h2>
      <ProblemSummary state={state} />
      <ul className="grid gap-1">
        {saved.map((search) => (
          <li key={search.id} className="flex flex-wrap items-center gap-x-1">
            <span className="grow">
              <Button variant="quiet" onPress={() => onLook(wantedBy(search))}>
                {search.name}
              </Button>
            </span>
            <Button variant="quiet" onPress={() => setNaming(search)}>
              <Trans>
                Adını dəyiş<span className="sr-only">: {search.name}</span>
              </Trans>
            </Button>
            <Button variant="quiet" isPending={state.running} onPress={() => void remove(search.id)}>
              <Trans>
                Sil<span className="sr-only">: {search.name}</span>
              </Trans>
            </Button>
          </li>
        ))}
      </ul>
      {isSomethingWanted && (
        <div>
          <Button variant="secondary" onPress={() => setNaming('new')}>
            <Trans>Bu axtarışı saxla</Trans>
          </Button>
        </div>
      )}
      <Dialog
        title={naming === 'new' ? <Trans>Axtarışı saxlayın</Trans> : <Trans>Adını dəyişin</Trans>}
        isOpen={naming !== null}
        onClose={() => setNaming(null)}
      >
        {naming !== null && (
          <SearchNameForm of={naming} wanted={wanted} onDone={done} onCancel={() => setNaming(null)} />
        )}
      </Dialog>
    </section>
  );
}

const wantedBy = ({ filter, sort }: SavedSearches_SearchFragment): Wanted => ({
  sort,
  values: Object.fromEntries(filter.map(({ facet, values }) => [facet, values])),
});
