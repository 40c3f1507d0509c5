import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { Facts } from '../../../design/base/facts.js';
import { Link } from '../../../design/base/link.js';
import { comparedValueTerms } from '../office-terms.js';
import { type FoundPerson, LookUpForm } from '../persons/look-up-form.js';

/** Who was chosen: found here, or taken from the page of their records, where they were shown. */
export type ChosenPerson = Pick<FoundPerson, 'id'> & Partial<Pick<FoundPerson, 'values'>>;

interface PersonChoiceProps {
  readonly title: ReactNode;
  /** The words on the button that looks for them. */
  readonly find: ReactNode;
  /** Null before anybody was found. */
  readonly person: ChosenPerson | null;
  readonly onChosen: (person: ChosenPerson) => void;
  /** What is missing; null or unset when nothing is. */
  readonly error?: ReactNode;
}

/** One of the two people of a guardianship, who stands in front of the office with a document. */
export function PersonChoice({ title, find, person, onChosen, error }: PersonChoiceProps) {
  const { i18n } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const choose = (found: FoundPerson) => {
    setOpen(false);
    onChosen(found);
  };
  return (
    <section className="grid max-w-xl content-start justify-items-start gap-3 rounded-xl border border-line bg-raised p-4">
      <h2>{title}</h2>
      {error != null && error !== false && <p className="text-sm font-semibold text-danger">{error}</p>}
      {person !== null && (
        <div role="status" className="grid w-full gap-2">
          <Facts
            rows={(person.values ?? []).map(
              ({ field, masked }) => [i18n._(comparedValueTerms[field]), masked] as const,
            )}
          />
          <Link to="/office/persons/$id" params={{ id: person.id }}>
            <Trans>Qeydlərinə bax</Trans>
          </Link>
        </div>
      )}
      <Button variant={person === null ? 'primary' : 'secondary'} onPress={() => setOpen(true)}>
        {find}
      </Button>
      <Dialog title={find} isOpen={isOpen} onClose={() => setOpen(false)}>
        <LookUpForm reason="GUARDIANSHIP" onFound={choose} />
      </Dialog>
    </section>
  );
}
