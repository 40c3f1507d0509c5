import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../../data/answer.js';
import { Empty } from '../../../../design/states/empty.js';
import { PageSection } from '../../../../design/states/section.js';
import { graphql } from '../../../../generated/gql.js';
import { definePage } from '../../../../page/page.js';
import { RoundCard } from './round-card.js';

const MyRoundsPage = graphql(`
  query MyMatchingRoundsPage @purpose(is: "none") {
    myMentoringOffer {
      id
      withdrawnAt
    }
    openMatchingRounds(first: 10) {
      nodes {
        id
        ...RoundCard_round
      }
    }
  }
`);

/** The rounds that the person may enter or is in. */
export const page = definePage({
  document: MyRoundsPage,
  title: msg`Mentorluq raundları`,
  Component: function MyRounds({ answer }) {
    const { myMentoringOffer: offer } = answer.data;
    return (
      <div className="grid max-w-3xl gap-6">
        <div className="grid gap-1">
          <h1>
            <Trans>Mentorluq raundları</Trans>
          </h1>
          <p className="max-w-2xl text-soft">
            <Trans>
              Raunda yazılın: koordinator mentorları və mentor axtaranları qoşalaşdırır. Yazdıqlarınızı yalnız raundu
              aparan təşkilat və birliyiniz görür.
            </Trans>
          </p>
        </div>
        <PageSection
          title={<Trans>Açıq raundlar</Trans>}
          of={sectionOf<typeof answer.data.openMatchingRounds>(answer, ['openMatchingRounds'])}
          owner={<Trans>Məzunlar platforması</Trans>}
          empty={
            <Empty>
              <Trans>İndi açıq raund yoxdur. Açılanda burada görünəcək; mentoru özünüz də tapa bilərsiniz.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes }) => (
            <ul className="grid gap-4">
              {nodes.map((round) => (
                <li key={round.id}>
                  <RoundCard
                    round={round}
                    isMentor={offer != null && offer.withdrawnAt == null}
                    onChanged={answer.reload}
                  />
                </li>
              ))}
            </ul>
          )}
        </PageSection>
      </div>
    );
  },
});
