import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Facts } from '../../../design/base/facts.js';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { LoneState } from '../../../design/states/lone-state.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { graphql } from '../../../generated/gql.js';
import { isOver } from '../../../language/day.js';
import { formatNumber } from '../../../language/format.js';
import { SourceNote } from '../source/source-note.js';
import { ApplyToOpportunity } from './apply-to-opportunity.js';
import { OpportunityDays } from './opportunity-days.js';
import { placeText } from './place-text.js';

const OpportunityPage = graphql(`
  query OpportunityPage($id: ID!) @purpose(is: "none") {
    opportunity(id: $id) {
      id
      title
      summary
      city
      startsOn
      endsOn
      capacity
      published
      country {
        code
      }
      organization {
        id
        name
        timeZone
      }
      portal {
        name
        summary
      }
      source {
        ...SourceNote_source
      }
    }
    me {
      id
      applications {
        id
        opportunity {
          id
        }
        ...ApplyToOpportunity_application
      }
    }
  }
`);

/** One opportunity: all that is known of it, and the way to take part. */
export const page = definePage({
  document: OpportunityPage,
  variables: ({ params }) => ({ id: params['id'] ?? '' }),
  title: msg`Elan`,
  Component: function Opportunity({ answer }) {
    const section = sectionOf<typeof answer.data.opportunity>(answer, ['opportunity']);
    if (section.kind === 'down') {
      return (
        <LoneState title={<Trans>Elan</Trans>}>
          <Unreachable member={<Trans>Könüllü Təşkilatları İttifaqı</Trans>} onRetry={answer.reload} />
        </LoneState>
      );
    }
    if (section.kind !== 'data') {
      return (
        <LoneState title={<Trans>Elan</Trans>}>
          <Empty
            action={
              <ButtonLink to="/opportunities">
                <Trans>Bütün elanlar</Trans>
              </ButtonLink>
            }
          >
            <Trans>Belə elan yoxdur və ya artıq dərc olunmur.</Trans>
          </Empty>
        </LoneState>
      );
    }
    const opportunity = section.value;
    const { organization, portal } = opportunity;
    const timeZone = organization?.timeZone ?? null;
    return (
      <article className="grid max-w-2xl gap-6">
        <header className="grid gap-2">
          <Link to="/opportunities">
            <Trans>Bütün elanlar</Trans>
          </Link>
          <h1>{opportunity.title}</h1>
          {organization && (
            <p>
              <Link to={`/members/${organization.id}`}>{organization.name}</Link>
            </p>
          )}
        </header>
        <p className="text-lg">{opportunity.summary}</p>
        <Facts
          rows={[
            [<Trans key="place">Yer</Trans>, placeText(opportunity.city, opportunity.country?.code)],
            [
              <Trans key="days">Vaxt</Trans>,
              <OpportunityDays
                key="value"
                startsOn={opportunity.startsOn}
                endsOn={opportunity.endsOn ?? null}
                timeZone={timeZone}
              />,
            ],
            [<Trans key="capacity">Neçə könüllü</Trans>, formatNumber(opportunity.capacity)],
            [<Trans key="portal">İlk dərc</Trans>, portal && `${portal.name} · ${portal.summary}`],
          ]}
        />
        <ApplyToOpportunity
          opportunityId={opportunity.id}
          isOver={isOver(opportunity.endsOn, timeZone)}
          application={answer.data.me?.applications?.find((each) => each.opportunity?.id === opportunity.id) ?? null}
          onApplied={answer.reload}
        />
        <SourceNote source={opportunity.source} />
      </article>
    );
  },
});
