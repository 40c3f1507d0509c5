import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { definePage } from '../../../page/page.js';
import { BodyMeetingList } from '../../_shared/bodies/meeting-list.js';
import { officerPage } from '../purpose/officer-page.js';
import { GiveMandate } from './give-mandate.js';
import { PlanBodyMeeting } from './plan-body-meeting.js';

const BodyPage = graphql(`
  query BodyPage($id: ID!) @purpose(is: "placement") {
    governanceMandates(bodyId: $id, first: 100) {
      nodes {
        id
        chairs
        startsAt
        endsAt
        isLive
        person {
          volunteer {
            id
            name
          }
        }
      }
    }
    governanceMeetings(bodyId: $id, first: 20) {
      nodes {
        id
        ...BodyMeetingList_meeting
      }
    }
    governanceBodies(first: 20) {
      nodes {
        id
        name
      }
    }
    alumniVolunteers(first: 100) {
      nodes {
        ...GiveMandate_person
      }
    }
  }
`);

const EndMandate = graphql(`
  mutation EndGovernanceMandate($id: ID!) @purpose(is: "none") {
    endGovernanceMandate(mandateId: $id) {
      ... on GovernanceMandate {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Who sits in a body, from when to when, and its meetings. */
export const page = officerPage(
  definePage({
    document: BodyPage,
    variables: ({ params }) => ({ id: params['id'] ?? '' }),
    title: msg`Orqanın tərkibi`,
    Component: function Body({ answer, params }) {
      const { t } = useLingui();
      const id = params['id'] ?? '';
      const name = answer.data.governanceBodies?.nodes.find((one) => one.id === id)?.name;
      return (
        <div className="grid max-w-3xl gap-8">
          <div className="grid gap-1">
            <h1>{name ?? <Trans>Orqanın tərkibi</Trans>}</h1>
            <p>
              <Link to="/bodies">
                <Trans>İdarəetmə orqanları</Trans>
              </Link>
            </p>
          </div>
          <PageSection
            title={<Trans>İclaslar</Trans>}
            of={sectionOf<typeof answer.data.governanceMeetings>(answer, ['governanceMeetings'])}
            owner={<Trans>Məzunlar platforması</Trans>}
            empty={
              <Empty>
                <Trans>Hələ iclas yoxdur.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes }) => <BodyMeetingList meetings={nodes} under="/bodies/meetings" />}
          </PageSection>
          <PlanBodyMeeting bodyId={id} onPlanned={answer.reload} />
          <PageSection
            title={<Trans>Mandatlar</Trans>}
            of={sectionOf<typeof answer.data.governanceMandates>(answer, ['governanceMandates'])}
            owner={<Trans>Məzunlar platforması</Trans>}
            empty={
              <Empty>
                <Trans>Hələ mandat yoxdur.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes }) => (
              <ul className="grid gap-4">
                {nodes.map((mandate) => (
                  <li key={mandate.id} className="grid gap-1">
                    <h3 className="flex flex-wrap items-center gap-2">
                      {mandate.person?.volunteer?.name ?? t`adı paylaşılmayıb`}
                      {mandate.chairs && (
                        <Tag tone="info">
                          <Trans>sədr</Trans>
                        </Tag>
                      )}
                      {!mandate.isLive && (
                        <Tag tone="neutral">
                          <Trans>qüvvədə deyil</Trans>
                        </Tag>
                      )}
                    </h3>
                    <p className="text-soft">
                      {formatMoment(mandate.startsAt)} – {formatMoment(mandate.endsAt)}
                    </p>
                    {mandate.endsAt !== mandate.startsAt && Date.parse(mandate.endsAt) > Date.now() && (
                      <div>
                        <ConfirmedAction
                          label={<Trans>Mandata son qoy</Trans>}
                          title={<Trans>Mandat indi bitsin?</Trans>}
                          document={EndMandate}
                          variables={{ id: mandate.id }}
                          cancel={<Trans>Qalsın</Trans>}
                          onDone={answer.reload}
                        >
                          <Trans>Bu andan şəxs iclasları görmür və səs vermir. Verdiyi səslər qalır.</Trans>
                        </ConfirmedAction>
                      </div>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </PageSection>
          <GiveMandate bodyId={id} people={answer.data.alumniVolunteers?.nodes ?? []} onGiven={answer.reload} />
          <p className="text-sm text-soft">
            <Trans>Siyahıda olan hər kəs ona baxdığınızı öz jurnalında görür.</Trans>
          </p>
        </div>
      );
    },
  }),
);
