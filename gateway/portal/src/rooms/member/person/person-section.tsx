import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { type Answer, sectionOf } from '../../../data/answer.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import type { GrantCategory, Refusal } from '../../../generated/codes.js';
import { categoryTerms, ownerTerm, refusalTerms } from '../../../language/terms.js';
import { AskPermission } from '../ask/ask-permission.js';
import { ownersOfCategories } from './person-terms.js';

/** What a section needs of the answer about a person. */
export interface PersonAnswer {
  readonly volunteer?: {
    readonly id: string;
    readonly withheld?:
      | readonly {
          readonly category: GrantCategory;
          readonly owner: string;
          readonly reason: Refusal;
        }[]
      | null;
  } | null;
}

interface PersonSectionProps<Value> {
  readonly answer: Answer<PersonAnswer>;
  /** The field of the person that holds it. */
  readonly field: string;
  readonly category: GrantCategory;
  readonly title: ReactNode;
  readonly children: (value: NonNullable<Value>) => ReactNode;
}

/** What one member holds on the person: as far as it is shared, with the way to ask for what is not. */
export function PersonSection<Value>({ answer, field, category, title, children }: PersonSectionProps<Value>) {
  const { i18n } = useLingui();
  const person = answer.data.volunteer;
  const section = sectionOf<Value>(answer, ['volunteer', field], { category, parts: person?.withheld });
  const owner = ownersOfCategories[category];
  const term = ownerTerm(owner);
  return (
    <PageSection
      title={title}
      of={section}
      owner={term === null ? owner : i18n._(term)}
      empty={
        <Empty>
          <Trans>Hələ heç nə yoxdur.</Trans>
        </Empty>
      }
      onRetry={answer.reload}
      ask={
        section.kind === 'withheld' &&
        person != null && <AskFor person={person.id} category={category} reason={section.reason as Refusal} />
      }
    >
      {children}
    </PageSection>
  );
}

function AskFor({ person, category, reason }: { person: string; category: GrantCategory; reason: Refusal }) {
  const { i18n } = useLingui();
  const [isOpen, setOpen] = useState(false);
  if (reason !== 'NO_CONSENT') return <p className="text-soft">{i18n._(refusalTerms[reason])}</p>;
  return (
    <>
      <Button variant="secondary" onPress={() => setOpen(true)}>
        <Trans>İcazə istə</Trans>
        <span className="sr-only">: {i18n._(categoryTerms[category])}</span>
      </Button>
      <Dialog title={<Trans>İcazə istəyin</Trans>} isOpen={isOpen} onClose={() => setOpen(false)}>
        <AskPermission people={[person]} categories={[category]} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
