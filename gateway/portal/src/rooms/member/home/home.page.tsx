import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { ButtonLink } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { Notice } from '../../../design/states/notice.js';
import { SilentMembers, silentMembersOf } from '../../../design/states/silent-members.js';
import { graphql } from '../../../generated/gql.js';
import { isOver } from '../../../language/day.js';
import { definePage } from '../../../page/page.js';
import { useViewer } from '../../../viewer/viewer.js';
import { kindKey, organizationKey, officerPage } from '../purpose/officer-page.js';
import { AbroadLinks } from './abroad-links.js';
import { AbroadTasks } from './abroad-tasks.js';
import { AgreementTask } from './agreement-task.js';
import { AgencyTasks } from './agency-tasks.js';
import { AssociationTasks } from './association-tasks.js';
import { ConsentAnswers } from './consent-answers.js';
import { HandOverTask } from './hand-over-task.js';
import { OfficeTasks } from './office-tasks.js';
import { Campaigns, CountryReports, OpenRoundsTask, Rounds } from './programme-tasks.js';
import { EmergencyTasks, SafeguardingTask } from './protection-tasks.js';
import { CorrectionsTask, InquiriesTask, OpportunityTask } from './waiting-tasks.js';

const MemberHomePage = graphql(`
  query MemberHomePage(
    $organization: ID!
    $isAgency: Boolean!
    $signs: Boolean!
    $isPlatform: Boolean!
    $isAssociation: Boolean!
  ) @purpose(is: "none") {
    organizationInquiries(onlyOpen: true, first: 50) {
      nodes {
        id
      }
      ...WaitingTasks_inquiries
    }
    organizationCorrections(onlyOpen: true, first: 50) {
      nodes {
        id
      }
      ...WaitingTasks_corrections
    }
    opportunities(organizationId: $organization, first: 25) {
      nodes {
        id
        endsOn
        ...WaitingTasks_opportunity
      }
    }
    mandates(first: 50) {
      ...OfficeTasks_mandates
    }
    invitations(first: 50) {
      ...OfficeTasks_invitations
    }
    contingents(first: 50) @include(if: $isAgency) {
      ...AgencyTasks_contingents
    }
    recruitmentMeetings(first: 25) @include(if: $isAgency) {
      ...AgencyTasks_meetings
    }
    intakes(first: 25) @include(if: $isAgency) {
      ...AgencyTasks_intakes
    }
    agreements(first: 50) @include(if: $signs) {
      ...AgreementTask_agreements
    }
    consentRequests(first: 25) {
      nodes {
        id
        ...ConsentAnswers_request
      }
    }
    matchingRounds(first: 10) {
      nodes {
        id
        organization {
          id
        }
        ...ProgrammeTasks_round
      }
    }
    campaigns(first: 25) {
      nodes {
        id
        organization {
          id
        }
        ...ProgrammeTasks_campaign
      }
    }
    countryReports(first: 10) {
      nodes {
        id
        ...ProgrammeTasks_report
      }
    }
    organization(id: $organization) {
      id
      timeZone
      umbrella
      ...HandOverTask_organization
    }
    emergencies(first: 10) {
      ...ProtectionTasks_emergencies
    }
    emergenciesAbroad(first: 5, isOpen: true) @include(if: $isPlatform) {
      ...AbroadTasks_emergencies
    }
    supportCases(first: 100) @include(if: $isAssociation) {
      ...AssociationTasks_cases
    }
    mentorsToReview(first: 100) @include(if: $isAssociation) {
      ...AssociationTasks_offers
    }
    safeguardingCases(first: 10) {
      ...ProtectionTasks_cases
    }
    failedJobsAtRegistry {
      kind
    }
    purposes {
      code
      name
    }
  }
`);

/** Kinds of organisations that sign agreements with those of other countries. */
const signing: ReadonlySet<string> = new Set(['AGENCY', 'CENTER', 'UNION']);

/** Kinds of organisations of those who study abroad. */
const isAbroad: ReadonlySet<string> = new Set(['PLATFORM', 'ASSOCIATION']);

/** What waits for an officer of a member. */
export const page = officerPage(
  definePage({
    document: MemberHomePage,
    variables: ({ params }) => ({
      organization: params[organizationKey] ?? '',
      isAgency: params[kindKey] === 'AGENCY',
      signs: signing.has(params[kindKey] ?? ''),
      isPlatform: params[kindKey] === 'PLATFORM',
      isAssociation: params[kindKey] === 'ASSOCIATION',
    }),
    title: msg`Əsas səhifə`,
    Component: function MemberHome({ answer, params }) {
      const viewer = useViewer();
      const [now] = useState(() => new Date().toISOString());
      const { data } = answer;
      const organization = params[organizationKey];
      const isOwn = (thing: { readonly organization?: { readonly id: string } | null }) =>
        thing.organization?.id === organization;
      const inquiries = data.organizationInquiries;
      const corrections = data.organizationCorrections;
      const opportunities = (data.opportunities?.nodes ?? []).filter(
        ({ endsOn }) => !isOver(endsOn, data.organization?.timeZone),
      );
      // Of a list that lacks what a silent member has, nobody can say that it is empty.
      const isWhole = silentMembersOf(answer).length === 0;
      const requests = data.consentRequests?.nodes ?? [];
      const rounds = data.matchingRounds?.nodes.filter(isOwn) ?? [];
      const campaigns = data.campaigns?.nodes.filter(isOwn) ?? [];
      const reports = data.countryReports?.nodes ?? [];
      return (
        <div className="grid gap-8">
          <div className="grid justify-items-start gap-4">
            <h1>
              <Trans>Sizi gözləyən işlər</Trans>
            </h1>
            {viewer.kind === 'staff' && !viewer.mayAct && (
              <Notice
                tone="warning"
                title={<Trans>Təşkilatınız hazırda fəaliyyət göstərə bilmir: akkreditasiyası dayandırılıb.</Trans>}
              />
            )}
            <div className="flex flex-wrap gap-3">
              <ButtonLink to="/search">
                <Trans>Könüllü axtar</Trans>
              </ButtonLink>
              {viewer.kind === 'staff' && viewer.organization.kind === 'CENTER' && (
                <ButtonLink to="/agreements/new" variant="secondary">
                  <Trans>Saziş qeydə al</Trans>
                </ButtonLink>
              )}
            </div>
          </div>
          <SilentMembers answer={answer} />
          <section className={`grid gap-3 ${isWhole ? '' : 'has-[>ul:empty]:hidden'}`}>
            <h2>
              <Trans>Gözləyənlər</Trans>
            </h2>
            <ul className="peer grid gap-3 empty:hidden">
              {inquiries != null && <InquiriesTask of={inquiries} />}
              {corrections != null && <CorrectionsTask of={corrections} now={now} />}
              {opportunities.map((opportunity) => (
                <OpportunityTask key={opportunity.id} of={opportunity} />
              ))}
              <AgencyTasks
                organization={organization ?? ''}
                contingents={data.contingents}
                meetings={data.recruitmentMeetings}
                intakes={data.intakes}
                now={now}
              />
              {data.agreements != null && (
                <AgreementTask of={data.agreements} organization={organization ?? ''} now={now} />
              )}
              <AssociationTasks cases={data.supportCases} offers={data.mentorsToReview} />
              {params[kindKey] === 'ASSOCIATION' && data.matchingRounds != null && (
                <OpenRoundsTask of={data.matchingRounds.nodes} now={now} />
              )}
              {data.organization != null && <HandOverTask of={data.organization} now={now} />}
              <OfficeTasks mandates={data.mandates} invitations={data.invitations} now={now} />
            </ul>
            {isWhole && (
              <div className="hidden peer-empty:block">
                <Empty>
                  <Trans>İndi heç nə gözləmir.</Trans>
                </Empty>
              </div>
            )}
          </section>
          <HomePart
            title={<Trans>Təhlükəsizlik</Trans>}
            isShown={
              data.safeguardingCases != null || (data.emergencies != null && data.organization?.umbrella === true)
            }
          >
            <ul className="grid gap-3">
              {data.emergencies != null && (
                <EmergencyTasks of={data.emergencies} isUmbrella={data.organization?.umbrella === true} />
              )}
              {data.emergenciesAbroad != null && <AbroadTasks of={data.emergenciesAbroad} />}
              {data.safeguardingCases != null && <SafeguardingTask of={data.safeguardingCases} />}
            </ul>
          </HomePart>
          <HomePart title={<Trans>İstədiyiniz icazələr</Trans>} isShown={requests.length > 0}>
            <ConsentAnswers
              requests={requests}
              purposes={new Map((data.purposes ?? []).map(({ code, name }) => [code, name]))}
              now={now}
            />
          </HomePart>
          <HomePart title={<Trans>Mentor seçimi</Trans>} isShown={rounds.length > 0}>
            <Rounds rounds={rounds} />
          </HomePart>
          <HomePart title={<Trans>Kampaniyalar</Trans>} isShown={campaigns.length > 0}>
            <Campaigns campaigns={campaigns} />
          </HomePart>
          <HomePart title={<Trans>Ölkələrin hesabatları</Trans>} isShown={reports.length > 0}>
            <CountryReports reports={reports} />
          </HomePart>
          {isAbroad.has(params[kindKey] ?? '') && <AbroadLinks isPlatform={params[kindKey] === 'PLATFORM'} />}
          {(data.failedJobsAtRegistry ?? []).length > 0 && (
            <Notice tone="warning" title={<Trans>Bəzi mesajlar çatdırılmayıb; yenidən cəhd edilir.</Trans>} />
          )}
        </div>
      );
    },
  }),
);

function HomePart({ title, isShown, children }: { title: ReactNode; isShown: boolean; children: ReactNode }) {
  if (!isShown) return null;
  return (
    <section className="grid gap-3">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
