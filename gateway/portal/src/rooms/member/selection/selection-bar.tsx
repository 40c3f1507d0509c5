import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { AskPermission } from '../ask/ask-permission.js';
import { WriteLetter } from '../letters/write-letter.js';
import { useSelection } from './selection.js';

/** What can be done with whoever is selected. It stays in sight at the lower edge. */
export function SelectionBar({ children }: { readonly children?: ReactNode }) {
  const { people, clear } = useSelection();
  const [isAsking, setAsking] = useState(false);
  const [isWriting, setWriting] = useState(false);
  if (people.length === 0) return null;
  return (
    <section
      aria-labelledby="selected"
      className="no-print sticky bottom-0 z-10 flex flex-wrap items-center gap-2 rounded-t-xl border border-line bg-raised p-3 shadow-lg"
    >
      <p id="selected" role="status" className="grow font-semibold">
        <Plural value={people.length} one="# nəfər seçilib" other="# nəfər seçilib" />
      </p>
      {children}
      <Button variant="secondary" onPress={() => setWriting(true)}>
        <Trans>Məktub yaz</Trans>
      </Button>
      <Button variant="secondary" onPress={() => setAsking(true)}>
        <Trans>İcazə istə</Trans>
      </Button>
      <Button variant="quiet" onPress={clear}>
        <Trans>Seçimi ləğv et</Trans>
      </Button>
      <Dialog title={<Trans>Seçilənlərə yazın</Trans>} isOpen={isWriting} onClose={() => setWriting(false)}>
        <WriteLetter people={people.map(({ id }) => id)} onClose={() => setWriting(false)} />
      </Dialog>
      <Dialog title={<Trans>Seçilənlərdən icazə istəyin</Trans>} isOpen={isAsking} onClose={() => setAsking(false)}>
        <AskPermission people={people.map(({ id }) => id)} onClose={() => setAsking(false)} />
      </Dialog>
    </section>
  );
}
