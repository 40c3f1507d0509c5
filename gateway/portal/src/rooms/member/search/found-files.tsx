import { useLingui } from '@lingui/react';
import { Trans, useLingui as useWords } from '@lingui/react/macro';
import { saveFile } from '../../../data/save-file.js';
import { Button } from '../../../design/base/button.js';
import { csvText } from '../csv-text.js';
import { facetTerms } from '../member-terms.js';
import { useSelection } from '../selection/selection.js';
import { type Card, facetsOf } from './found-card.js';
import { facets } from './search-address.js';

/** The cards that are selected, as a file and on paper. */
export function FoundFiles() {
  const { people } = useSelection();
  const save = useSave();
  return (
    <>
      <Button onPress={() => save(people.flatMap(({ card }) => card ?? []))}>
        <Trans>CSV faylı</Trans>
      </Button>
      <Button variant="secondary" onPress={() => print()}>
        <Trans>Çap et</Trans>
      </Button>
    </>
  );
}

/** Writes the cards into a file, a column a facet, with whose word each is. */
function useSave(): (cards: readonly Card[]) => void {
  const { i18n } = useLingui();
  const { t } = useWords();
  return (cards) => {
    const head = [t`Ad`, ...facets.map((facet) => i18n._(facetTerms[facet])), t`Kart yenilənib`, t`Nömrə`];
    const rows = cards.map((card) => [
      card.volunteer.name ?? '',
      ...facets.map((facet) =>
        facetsOf(card, facet)
          .map(({ label, ownStatement, source }) => `${label} (${ownStatement ? t`öz sözü` : (source?.name ?? '')})`)
          .join('; '),
      ),
      card.refreshedOn,
      card.volunteer.id,
    ]);
    saveFile('birlik.csv', 'text/csv', csvText([head, ...rows]));
  };
}
