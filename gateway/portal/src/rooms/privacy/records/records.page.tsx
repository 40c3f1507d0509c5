import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { Notice } from '../../../design/states/notice.js';
import { PageSection } from '../../../design/states/section.js';
import { readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { PageHead } from '../places/page-head.js';
import { PrivacyPlaces } from '../places/privacy-places.js';
import { Corrections, RequestedCorrection } from './corrections.js';
import { MatchedRecord, MatchItem } from './match-item.js';
import { OfferedRecord, OfferedRecords } from './offered-records.js';
import { TieItem, TieOfPerson } from './tie-item.js';

const RecordsPage = graphql(`
  query RecordsPage($after: String) @purpose(is: "none") {
    me {
      id
      affiliations {
        ...TieOfPerson
      }
      recordOffers {
        ...OfferedRecord
      }
      corrections(first: 25) {
        nodes {
          ...RequestedCorrection
        }
      }
      whoViewedMyData(first: 25, after: $after, bases: [LINKED, IN_REVIEW, COMPARED, OFFICE_REVIEW]) {
        nodes {
          id
          ...MatchedRecord
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

/** To which organisations a person belongs, which of their records were held to be the person’s, and what they ask to be corrected. */
export const page = definePage({
  document: RecordsPage,
  variables: ({ search }) => ({ after: search['after'] }),
  title: msg`Qeydlərim`,
  Component: function Records({ answer, search }) {
    const [isAsked, setAsked] = useState(false);
    const [saidMine, setSaidMine] = useState<boolean | null>(null);
    const { me } = answer.data;
    const ties = readFragment(TieOfPerson, me?.affiliations ?? []);
    const log = me?.whoViewedMyData;
    const matches = log?.nodes ?? [];
    const corrections = readFragment(RequestedCorrection, me?.corrections?.nodes ?? []);
    const owner = <Trans>Birliyin ofisi</Trans>;
    return (
      <div className="grid gap-10">
        <PageHead title={<Trans>Qeydlərim</Trans>}>
          <Trans>Hər təşkilat öz qeydini özündə saxlayır. Səhv varsa, düzəlişi ondan istəyirsiniz.</Trans>
        </PageHead>
        {isAsked && (
          <Notice tone="success" role="status" title={<Trans>Düzəliş istəyiniz göndərildi</Trans>}>
            <p>
              <Trans>Cavab aşağıda, “Düzəliş istəkləriniz” bölməsində görünəcək.</Trans>
            </p>
          </Notice>
        )}
        {saidMine !== null && (
          <Notice tone="success" role="status" title={<Trans>Cavabınız qeyd olundu</Trans>}>
            <p>
              {saidMine ? (
                <Trans>Qeyd bir azdan sizin sayılacaq və təşkilat bunu biləcək.</Trans>
              ) : (
                <Trans>Bu qeyd sizinlə bağlanmayacaq.</Trans>
              )}
            </p>
          </Notice>
        )}
        <OfferedRecords
          offers={readFragment(OfferedRecord, me?.recordOffers ?? [])}
          onAnswered={(isMine) => {
            setSaidMine(isMine);
            answer.reload();
          }}
        />
        <PageSection
          title={<Trans>Bağlı olduğunuz təşkilatlar</Trans>}
          of={sectionOf<typeof ties>(answer, ['me', 'affiliations'])}
          owner={owner}
          empty={
            <Empty
              action={
                <ButtonLink variant="secondary" to="/me/claim">
                  <Trans>Kodla qeydi götür</Trans>
                </ButtonLink>
              }
            >
              <Trans>Heç bir təşkilatla bağlı deyilsiniz.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {() => (
            <ul className="max-w-3xl divide-y divide-line">
              {ties.map((tie) => (
                <TieItem
                  key={tie.id}
                  tie={tie}
                  onAsked={() => {
                    setAsked(true);
                    answer.reload();
                  }}
                />
              ))}
            </ul>
          )}
        </PageSection>
        <Corrections corrections={corrections} />
        <PageSection
          title={<Trans>Sizin sayılan və ya sizinlə tutuşdurulan qeydlər</Trans>}
          of={sectionOf<typeof log>(answer, ['me', 'whoViewedMyData'])}
          owner={owner}
          empty={
            <Empty>
              <Trans>
                Hələ heç bir təşkilatın qeydi sizinlə tutuşdurulmayıb. Tutuşdurulsa, burada görəcək və “bu mən deyiləm”
                deyə biləcəksiniz.
              </Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {() => (
            <ul className="max-w-3xl divide-y divide-line">
              {readFragment(MatchedRecord, matches).map((match) => (
                <MatchItem key={match.id} match={match} onRaised={answer.reload} />
              ))}
            </ul>
          )}
        </PageSection>
        {log?.pageInfo.hasNextPage === true && (
          <div>
            <ButtonLink
              variant="secondary"
              to="/me/records"
              search={{ ...search, after: log.pageInfo.endCursor ?? undefined }}
            >
              <Trans>Daha əvvəlkilər</Trans>
            </ButtonLink>
          </div>
        )}
        <PrivacyPlaces />
      </div>
    );
  },
});
