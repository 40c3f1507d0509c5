import { useLingui } from '@lingui/react';
import { Plural, Trans, useLingui as useWords } from '@lingui/react/macro';
import { useState } from 'react';
import { saveFile } from '../../../data/save-file.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { AskPermission } from '../ask/ask-permission.js';
import { csvText } from '../csv-text.js';
import { facetTerms } from '../member-terms.js';
import { type Card, facetsOf } from './found-card.js';
import { facets } from './search-address.js';
import { useSelection } from './selection.js';

/** What can be done with whoever is selected. It stays in sight at the lower edge. */
export function SelectionBar() {
  const { cards, clear } = useSelection();
  const [isAsking, setAsking] = useState(false);
  const save = useSave();
  if (cards.length === 0) return null;
  return (
    <section
      aria-labelledby="selected"
      className="no-print sticky bottom-0 z-10 flex flex-wrap items-center gap-2 rounded-t-xl border border-line bg-raised p-3 shadow-lg"
    >
      <p id="selected" role="status" className="grow font-semibold">
        <Plural value={cards.length} one="# nəfər seçilib" other="# nəfər seçilib" />
      </p>
      <Button onPress={() => save(cards)}>
        <Trans>CSV faylı</Trans>
      </Button>
      <Button variant="secondary" onPress={() => print()}>
        <Trans>Çap et</Trans>
      </Button>
      <Button variant="secondary" onPress={() => setAsking(true)}>
        <Trans>İcazə istə</Trans>
      </Button>
      <Button variant="quiet" onPress={clear}>
        <Trans>Seçimi ləğv et</Trans>
      </Button>
      <Dialog title={<Trans>Seçilənlərdən icazə istəyin</Trans>} isOpen={isAsking} onClose={() => setAsking(false)}>
        <AskPermission people={cards.map((card) => card.volunteer.id)} onClose={() => setAsking(false)} />
      </Dialog>
    </section>
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
