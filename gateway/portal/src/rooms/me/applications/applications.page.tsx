import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type Answer, sectionOf } from '../../../data/answer.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import type { ApplicationsPageQuery } from '../../../generated/graphql.js';
import { definePage } from '../../../page/page.js';
import { ComeInFirst } from '../../../viewer/come-in-first.js';
import { ScrollToHash } from '../scroll-to-hash.js';
import { ApplicationList } from './application-list.js';
import { CampaignApplicationList } from './campaign-application-list.js';
import { MembershipHistory } from './membership-history.js';

const ApplicationsPage = graphql(`
  query ApplicationsPage @purpose(is: "none") {
    me {
      id
      isOfAge
      applications {
        id
        ...ApplicationList_application
      }
      creativeRecord {
        applications {
          id
        }
        ...CampaignApplicationList_record
      }
      affiliations {
        id
        ...MembershipHistory_affiliation
      }
      withheld {
        category
        owner
        reason
      }
    }
  }
`);

type Me = NonNullable<ApplicationsPageQuery['me']>;

/** What the person applied to and where it stands, and where they belong with what happened to it. */
export const page = definePage({
  document: ApplicationsPage,
  title: msg`Müraciətlərim və üzvlüklərim`,
  Component: function Applications({ answer }) {
    const { me } = answer.data;
    if (me == null) return <ComeInFirst onRetry={answer.reload} />;
    const isOfAge = me.isOfAge === true;
    const hasNoCampaign = me.creativeRecord?.applications.length === 0;
    return (
      <div className="grid max-w-3xl gap-10">
        <ScrollToHash />
        <h1>
          <Trans>Müraciətlərim və üzvlüklərim</Trans>
        </h1>
        <PageSection
          title={<Trans>Elanlara müraciətlər</Trans>}
          of={ownSection<Me['applications']>(answer, 'applications', 'SERVICE')}
          owner={<Trans>Könüllü Təşkilatları İttifaqı</Trans>}
          empty={
            <Empty
              action={
                <ButtonLink to="/opportunities">
                  <Trans>Elanlara bax</Trans>
                </ButtonLink>
              }
            >
              <Trans>Hələ heç bir elana müraciət etməmisiniz. Müraciət edəndə cavab burada görünəcək.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {(applications) => (
            <ApplicationList applications={applications} isOfAge={isOfAge} onChanged={answer.reload} />
          )}
        </PageSection>
        <PageSection
          title={<Trans>Yaradıcı kampaniyalar</Trans>}
          of={
            hasNoCampaign ? { kind: 'empty' } : ownSection<Me['creativeRecord']>(answer, 'creativeRecord', 'CREATIVE')
          }
          owner={<Trans>Yaradıcı Sənayelər Federasiyası</Trans>}
          empty={
            <Empty
              action={
                <ButtonLink to="/campaigns" variant="secondary">
                  <Trans>Kampaniyalara bax</Trans>
                </ButtonLink>
              }
            >
              <Trans>Yaradıcı kampaniyalarda hələ iştirak etməmisiniz.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {(record) => <CampaignApplicationList record={record} isOfAge={isOfAge} onChanged={answer.reload} />}
        </PageSection>
        <div id="memberships" className="scroll-mt-4">
          <PageSection
            title={<Trans>Üzvlüklər</Trans>}
            of={ownSection<Me['affiliations']>(answer, 'affiliations', 'CONTACT')}
            owner={<Trans>Birliyin ofisi</Trans>}
            empty={
              <Empty
                action={
                  <ButtonLink to="/me/claim" variant="secondary">
                    <Trans>Kodum var</Trans>
                  </ButtonLink>
                }
              >
                <Trans>Hələ heç bir təşkilata bağlı deyilsiniz. Təşkilat sizə kod veribsə, onu yazın.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {(affiliations) => <MembershipHistory affiliations={affiliations} />}
          </PageSection>
        </div>
      </div>
    );
  },
});

function ownSection<Value>(answer: Answer<ApplicationsPageQuery>, field: keyof Me, category: string) {
  return sectionOf<Value>(answer, ['me', field], { category, parts: answer.data.me?.withheld });
}
