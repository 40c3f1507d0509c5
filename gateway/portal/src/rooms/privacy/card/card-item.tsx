import { Trans } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Card } from '../../../design/base/card.js';
import { Facts } from '../../../design/base/facts.js';
import { ButtonLink } from '../../../design/base/link.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { readFragment } from '../../../generated/fragment-masking.js';
import type { OwnSearchCardFragment } from '../../../generated/graphql.js';
import { formatMoment } from '../../../language/format.js';
import { AudienceNames } from './audience-names.js';
import { CardFacets } from './card-facets.js';
import { audienceOf, SearchCardFace, WithdrawCard } from './search-card.js';

interface CardItemProps {
  readonly card: OwnSearchCardFragment;
  readonly purposeName: string;
  readonly onWithdrawn: (card: OwnSearchCardFragment) => void;
}

/** A card that is published: for what, who finds it, how it looks, and the ways to change and withdraw it. */
export function CardItem({ card, purposeName, onWithdrawn }: CardItemProps) {
  const [withdraw, withdrawing] = useAction(WithdrawCard);
  const face = readFragment(SearchCardFace, card.asOthersSee);
  const takeBack = async () => {
    if ((await withdraw({ id: card.id })) !== null) onWithdrawn(card);
  };
  return (
    <Card>
      <h3>{purposeName}</h3>
      <Facts
        rows={[
          [<Trans key="who">Kim tapır</Trans>, <AudienceNames key="names" audience={audienceOf(card)} />],
          [<Trans key="published">Dərc edilib</Trans>, formatMoment(card.publishedAt)],
          [<Trans key="renewed">Yenilənib</Trans>, formatMoment(card.refreshedAt, { time: true })],
        ]}
      />
      <details>
        <summary className="flex min-h-target cursor-pointer items-center text-accent underline underline-offset-4">
          <Trans>Başqalarının gördüyü kimi</Trans>
        </summary>
        <div className="rounded-lg bg-sunken p-3">
          <CardFacets facets={face.facets} />
        </div>
      </details>
      <ProblemSummary state={withdrawing} />
      <div className="flex flex-wrap gap-3">
        <ButtonLink variant="secondary" to="/me/card/edit" search={{ purpose: card.purpose }}>
          <Trans>Dəyiş</Trans>
        </ButtonLink>
        <Button variant="secondary" isPending={withdrawing.running} onPress={() => void takeBack()}>
          <Trans>Geri götür</Trans>
        </Button>
      </div>
    </Card>
  );
}
