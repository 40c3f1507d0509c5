import { Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { readFragment } from '../../../generated/fragment-masking.js';
import type { OwnSearchCardFragment } from '../../../generated/graphql.js';
import { audienceOf, cardInput, PublishCard, SearchCardFace } from './search-card.js';

interface WithdrawnCardNoticeProps {
  readonly card: OwnSearchCardFragment;
  readonly statements: readonly string[];
  readonly onDone: () => void;
}

/** Says that a card was withdrawn, and publishes it again when that was a slip. */
export function WithdrawnCardNotice({ card, statements, onDone }: WithdrawnCardNoticeProps) {
  const [publish, state] = useAction(PublishCard);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [card]);
  const publishAgain = async () => {
    const { facets } = readFragment(SearchCardFace, card.asOthersSee);
    if ((await publish({ input: cardInput(card.purpose, audienceOf(card), facets, statements) })) !== null) onDone();
  };
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="success" role="status" title={<Trans>Kart geri götürüldü</Trans>}>
        <p>
          <Trans>Daha heç bir axtarışda çıxmır.</Trans>
        </p>
        <ProblemSummary state={state} />
        <Button variant="secondary" isPending={state.running} onPress={() => void publishAgain()}>
          <Trans>Kartı qaytar</Trans>
        </Button>
      </Notice>
    </div>
  );
}
