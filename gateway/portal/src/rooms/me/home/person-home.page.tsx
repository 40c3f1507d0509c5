import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { SilentMembers, silentMembersOf } from '../../../design/states/silent-members.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { isOver } from '../../../language/day.js';
import { definePage } from '../../../page/page.js';
import { ComeInFirst } from '../../../viewer/come-in-first.js';
import { AbroadLinks } from './abroad-links.js';
import { bodyTasks } from './body-tasks.js';
import { emergencyTasks } from './emergency-tasks.js';
import { OpportunityList } from './opportunity-list.js';
import { mentoringTasks } from './mentoring-tasks.js';
import { RecoveryTasks } from './recovery-tasks.js';
import { TaskList } from './task-list.js';
import { tasksOf } from './tasks-of.js';
import { WaitingList } from './waiting-list.js';

const PersonHomePage = graphql(`
  query PersonHomePage @purpose(is: "none") {
    me {
      id
      name
      isOfAge
      unreadMessages
      guardianships {
        id
        endedAt
        guardian {
          id
        }
        ward {
          id
          accountConfirmation {
            answer
          }
          consentRequests {
            id
            state
          }
        }
      }
      accountRecoveries {
        id
        confirmedAt
        refusedAt
        movedAt
        takesEffectAt
      }
      consentRequests {
        id
        state
        lapsesAt
        organization {
          id
          name
        }
      }
      contact {
        email
        emailConfirmedAt
      }
      affiliations {
        id
      }
      alumniProfile {
        id
        lastConfirmedOn
      }
      applications {
        id
        status
        appliedAt
        opportunity {
          id
          title
          endsOn
          organization {
            id
            timeZone
          }
          ...OpportunityList_opportunity
        }
      }
      mentorships {
        id
        status
        menteeAgreedAt
        organization {
          id
          name
        }
      }
      inquiries(first: 10) {
        nodes {
          id
          answeredAt
          dueAt
          organization {
            id
            name
          }
        }
      }
      corrections(first: 10) {
        nodes {
          id
          answeredAt
          dueAt
          organization {
            id
            name
          }
        }
      }
    }
    myMentees(first: 20) {
      nodes {
        id
        status
        mentorAgreedAt
      }
    }
    opportunities(first: 3, open: true) {
      nodes {
        id
        ...OpportunityList_opportunity
      }
    }
    governanceMeetings(first: 5) {
      nodes {
        id
        title
        status
        startsAt
        actsBy
      }
    }
    myEmergencies {
      id
      event
      isDrill
      ownCheckIn {
        state
      }
    }
  }
`);

/** The home of a person: what waits for them, what they wait for, and what is on. */
export const page = definePage({
  document: PersonHomePage,
  title: msg`Əsas səhifə`,
  Component: function PersonHome({ answer }) {
    const { me } = answer.data;
    if (me == null) return <ComeInFirst onRetry={answer.reload} />;
    const { name } = me;
    const isHeard = silentMembersOf(answer).length === 0;
    const applications = sectionOf<typeof me.applications>(answer, ['me', 'applications']);
    const upcoming = (me.applications ?? []).flatMap(({ status, opportunity }) =>
      status === 'ACCEPTED' && opportunity != null && !isOver(opportunity.endsOn, opportunity.organization?.timeZone)
        ? [opportunity]
        : [],
    );
    return (
      <div className="grid gap-10">
        <h1>{name == null ? <Trans>Xoş gördük</Trans> : <Trans>Salam, {name}</Trans>}</h1>
        <section className="grid gap-3">
          <h2>
            <Trans>Sizi gözləyir</Trans>
          </h2>
          <SilentMembers answer={answer} />
          <RecoveryTasks recoveries={me.accountRecoveries ?? []} onRefused={answer.reload} />
          <TaskList
            tasks={[
              ...emergencyTasks(answer.data.myEmergencies),
              ...tasksOf(me),
              ...mentoringTasks(me, answer.data.myMentees),
              ...bodyTasks(answer.data.governanceMeetings),
            ]}
            isHeard={isHeard}
          />
        </section>
        <div className="grid gap-10 lg:grid-cols-2">
          <PageSection
            title={<Trans>Qoşulduğunuz işlər</Trans>}
            of={upcoming.length === 0 && applications.kind === 'data' ? { kind: 'empty' } : applications}
            owner={<Trans>Könüllü Təşkilatları İttifaqı</Trans>}
            empty={
              <Empty action={<OpportunitiesLink />}>
                <Trans>
                  Qarşıda qəbul olunduğunuz iş yoxdur. Elana müraciət edin, qəbul olunanda burada görünəcək.
                </Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {() => <OpportunityList opportunities={upcoming} />}
          </PageSection>
          <WaitingList person={me} isHeard={isHeard} />
        </div>
        <AbroadLinks />
        <PageSection
          title={<Trans>Yeni elanlar</Trans>}
          of={sectionOf<typeof answer.data.opportunities>(answer, ['opportunities'])}
          owner={<Trans>Könüllü Təşkilatları İttifaqı</Trans>}
          empty={
            <Empty>
              <Trans>İndi açıq elan yoxdur. Yeniləri burada görünəcək.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes }) => (
            <>
              <OpportunityList opportunities={nodes} isWide />
              <p>
                <Link to="/opportunities">
                  <Trans>Bütün elanlar</Trans>
                </Link>
              </p>
            </>
          )}
        </PageSection>
      </div>
    );
  },
});

function OpportunitiesLink() {
  return (
    <ButtonLink to="/opportunities" variant="secondary">
      <Trans>Elanlara bax</Trans>
    </ButtonLink>
  );
}
