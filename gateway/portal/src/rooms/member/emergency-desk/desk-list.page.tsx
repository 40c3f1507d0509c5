import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment, formatNumber } from '../../../language/format.js';
import { definePage } from '../../../page/page.js';
import { placeOf, PageTurns } from '../page-turns.js';
import { officerPage } from '../purpose/officer-page.js';
import { DutyCard } from './duty-card.js';
import { statusTerms, statusTones } from './desk-terms.js';

const DeskListPage = graphql(`
  query DeskListPage($first: Int, $after: String, $last: Int, $before: String) @purpose(is: "none") {
    emergenciesAbroad(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        event
        isDrill
        status
        mayConfirm
        openedAt
        closedAt
        headcount {
          needHelp
          unanswered
        }
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
    dutyShifts {
      id
      ...DutyCard_shift
    }
  }
`);

/** Emergencies of people abroad, and who is on duty. */
export const page = officerPage(
  definePage({
    document: DeskListPage,
    variables: ({ search }) => placeOf(search),
    title: msg`Xaricdəki fövqəladə hallar`,
    Component: function DeskList({ answer }) {
      const { i18n } = useLingui();
      const { dutyShifts } = answer.data;
      return (
        <div className="grid gap-8">
          <div className="grid justify-items-start gap-3">
            <h1>
              <Trans>Xaricdəki fövqəladə hallar</Trans>
            </h1>
            <p className="max-w-2xl text-soft">
              <Trans>
                Biri açır, başqası təsdiqləyir; sonra xəbərdarlıq göndərilir və adamlar necə olduqlarını bildirir.
              </Trans>
            </p>
            <ButtonLink to="/desk/new">
              <Trans>Fövqəladə hal və ya təlim aç</Trans>
            </ButtonLink>
          </div>
          <PageSection
            title={<Trans>Siyahı</Trans>}
            of={sectionOf<typeof answer.data.emergenciesAbroad>(answer, ['emergenciesAbroad'])}
            owner={<Trans>Məzunlar platforması</Trans>}
            empty={
              <Empty>
                <Trans>Hələ fövqəladə hal açılmayıb.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes, pageInfo }) => (
              <div className="grid gap-4">
                <ul className="grid divide-y divide-line rounded-xl border border-line bg-raised">
                  {nodes.map(({ id, event, isDrill, status, mayConfirm, openedAt, closedAt, headcount }) => {
                    const unanswered = formatNumber(headcount.unanswered ?? 0);
                    return (
                      <li key={id} className="grid gap-1 p-4">
                        <div className="flex flex-wrap items-center gap-3">
                          <Link to={`/desk/${id}`} className="font-semibold">
                            {event}
                          </Link>
                          <Tag tone={statusTones[status]}>{i18n._(statusTerms[status])}</Tag>
                          {isDrill && (
                            <Tag tone="info">
                              <Trans>təlim</Trans>
                            </Tag>
                          )}
                        </div>
                        <p className="text-soft">{formatMoment(closedAt ?? openedAt, { time: true })}</p>
                        {mayConfirm && (
                          <p>
                            <Trans>Sizin təsdiqinizi gözləyir.</Trans>
                          </p>
                        )}
                        {(headcount.unanswered ?? 0) > 0 && (
                          <p className="font-semibold text-danger">
                            <Trans>Cavabsız çağırış: {unanswered}</Trans>
                          </p>
                        )}
                      </li>
                    );
                  })}
                </ul>
                <PageTurns of={pageInfo} />
              </div>
            )}
          </PageSection>
          {dutyShifts != null && <DutyCard shifts={dutyShifts} onChanged={answer.reload} />}
        </div>
      );
    },
  }),
);
