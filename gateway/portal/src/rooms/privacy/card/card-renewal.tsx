import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';

const RenewCards = graphql(`
  mutation RenewCards($input: RefreshSearchCardsInput!) @purpose(is: "none") {
    refreshSearchCards(input: $input) {
      __typename
      ... on RefreshedSearchCards {
        cards {
          ...OwnSearchCard
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface CardRenewalProps {
  /** How many cards there are. */
  readonly count: number;
  readonly statements: readonly string[];
  readonly onDone: () => void;
}

/** Brings all cards up to date, and says which were withdrawn because nothing is left on them. */
export function CardRenewal({ count, statements, onDone }: CardRenewalProps) {
  const [renew, state] = useAction(RenewCards);
  const [withdrawn, setWithdrawn] = useState<number | null>(null);
  const renewAll = async () => {
    const data = await renew({ input: { statements: [...statements] } });
    if (data?.refreshSearchCards.__typename !== 'RefreshedSearchCards') return;
    setWithdrawn(count - data.refreshSearchCards.cards.length);
    onDone();
  };
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-soft">
        <Trans>
          Üzvlərin məlumatı dəyişəndə kart özü dəyişmir. Yeniləyəndə üzvlərdə daha olmayan kartdan çıxır, yeni heç nə
          əlavə olunmur.
        </Trans>
      </p>
      <ProblemSummary state={state} />
      {withdrawn !== null && (
        <p role="status" className="text-success">
          <Trans>Kartlar üzvlərin bu günkü məlumatı ilə yeniləndi.</Trans>{' '}
          {withdrawn > 0 && <Plural value={withdrawn} other="Boş qalan # kart geri götürüldü." />}
        </p>
      )}
      <Button variant="secondary" isPending={state.running} onPress={() => void renewAll()}>
        <Trans>Kartları yenilə</Trans>
      </Button>
    </div>
  );
}
